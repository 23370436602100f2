import type { ActionCall } from '../listeners.js'
import { listPage } from '../list-page.js'
import { readListPage } from '../lists/list-state.js'
import { sayPrivately } from '../places.js'

/** The other pages of a list, and *Show all*, in its place. */
export async function turnPage(call: ActionCall): Promise<void> {
  const message = await listPage(call, readListPage(call.value))
  await sayPrivately(call.edge, call.caller.userId, call.respond, message, true)
}
