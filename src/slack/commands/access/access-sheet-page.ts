import { checkAccess } from '../../../usecases/access/check-access.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { sayPrivately } from '../../places.js'
import { accessSheet, isInSheet } from '../../views/access/access-sheet.js'
import type { Message } from '../../views/blocks.js'

/** The access sheet of a customer, named by words or by a button's id; `above` is plain text. */
export async function accessSheetPage(call: Call, customer: string | number, above?: string): Promise<Message> {
  const { actor, reader } = await acting(call)
  return accessSheet(await checkAccess(call.edge.deps, actor, { customer }), reader, above)
}

/**
 * Says what came of a button about a customer's access: in a sheet it is drawn anew with the words above it; elsewhere they
 * are a message of their own, for what the button stood in tells of something else.
 */
export async function answerAboutAccess(call: ActionCall, customerId: number, answer: Message, plain: string): Promise<void> {
  const inSheet = call.respond !== undefined && isInSheet(call.action.block_id)
  const message = inSheet ? await accessSheetPage(call, customerId, plain) : answer
  await sayPrivately(call.edge, call.caller.userId, call.respond, message, inSheet)
}
