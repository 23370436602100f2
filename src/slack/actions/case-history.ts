import type { Call } from '../handle.js'
import type { Trigger } from '../open-view.js'

/** `/case history 1042` and *Full history*. */
export function openHistory(call: Call, trigger: Trigger, number: number): Promise<void> {
  throw new Error(`not built yet: ${typeof call} ${typeof trigger} ${number}`)
}
