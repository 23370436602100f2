import type { Call } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { triggerOf } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'

/** Opens one of the administration's modals for a command or a button. */
export type OpenModal = (call: Call, trigger: Trigger) => Promise<void>

/** A button that opens it, on a message, on Home or in a modal. */
export function opening(open: OpenModal): (call: ActionCall) => Promise<void> {
  return (call) => open(call, triggerOf(call))
}
