import type { ActionCall } from '../listeners.js'
import { openRecordGrantModal } from '../modals/record-grant.js'
import { triggerOf } from '../open-view.js'
import { readCustomerId } from '../payloads.js'

/** *Record a grant* for the customer that a message is about. */
export function openRecordGrantFor(call: ActionCall): Promise<void> {
  const customer = readCustomerId(call.value)
  return openRecordGrantModal(call, triggerOf(call), { customer })
}
