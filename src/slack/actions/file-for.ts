import type { ActionCall } from '../listeners.js'
import { openFilingModal } from '../modals/open-filing.js'
import { triggerOf } from '../open-view.js'
import { readCustomerId } from '../payloads.js'

/** *File a case* for the customer that a message is about. */
export function fileFor(call: ActionCall): Promise<void> {
  return openFilingModal(call, {
    trigger: triggerOf(call),
    origin: { how: call.view?.type === 'home' ? 'home' : 'button', ...call.answerAddress },
    customerId: readCustomerId(call.value),
    deliveryKey: call.deliveryKey,
  })
}
