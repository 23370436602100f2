import type { Call } from '../../handle.js'
import type { Trigger } from '../../open-view.js'

/** Opens *Attach*: files for a case. */
export function openAttachModal(_call: Call, _trigger: Trigger, number: number): Promise<void> {
  throw new Error(`not built yet: attach to ${number}`)
}
