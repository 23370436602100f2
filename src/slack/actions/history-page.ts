import { accessHistoryPage } from '../commands/access/access-history-page.js'
import type { ActionCall } from '../listeners.js'
import { readHistoryPage } from '../payloads.js'
import { sayPrivately } from '../places.js'

/** *Older* and *Newest* of the history of access, in its place. */
export async function turnHistoryPage(call: ActionCall): Promise<void> {
  const { customerId, after } = readHistoryPage(call.value)
  const message = await accessHistoryPage(call, customerId, after)
  await sayPrivately(call.edge, call.caller.userId, call.respond, message, true)
}
