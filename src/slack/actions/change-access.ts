import { grantAccess } from '../../usecases/access/grant-access.js'
import { revokeAccess } from '../../usecases/access/revoke-access.js'
import { accessSheetPage } from '../commands/access/access-sheet-page.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { readAccessChange } from '../payloads.js'
import { sayPrivately } from '../places.js'
import { grantedMessage, revokedMessage } from '../views/access/access-answers.js'
import { isInSheet } from '../views/access/access-sheet.js'
import type { Message } from '../views/blocks.js'

/** Buttons that give access or take it back. The button says what was meant; who may is decided at the click. */
export async function changeAccess(call: ActionCall): Promise<void> {
  const { customerId, change, subscriptionId } = readAccessChange(call.value)
  const { actor, reader } = await acting(call)
  const input = { customer: customerId, deliveryKey: call.deliveryKey, ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }) }
  const answer = change === 'grant'
    ? grantedMessage(await grantAccess(call.edge.deps, actor, input), reader)
    : revokedMessage(await revokeAccess(call.edge.deps, actor, input), actor.domain, reader)
  await sayPrivately(call.edge, call.caller.userId, call.respond, await withSheet(call, customerId, answer), true)
}

/** What came of it takes the place of the button; in a sheet it stands above what is so now. */
async function withSheet(call: ActionCall, customerId: number, answer: Message): Promise<Message> {
  if (!isInSheet(call.action.block_id)) return answer
  const sheet = await accessSheetPage(call, customerId)
  return { text: `${answer.text}\n${sheet.text}`, blocks: [...answer.blocks, ...sheet.blocks] }
}
