import { Refused } from '../../domain/refused.js'
import type { CaseState } from '../../domain/words.js'

/** The new state that was chosen; throws `Refused` `form` for one that is not among them. */
export function chosenState<S extends CaseState>(states: readonly S[], chosen: S | null): S {
  const state = states.find((one) => one === chosen)
  if (state === undefined) throw new Refused({ code: 'form', problems: [{ field: 'state', problem: chosen === null ? 'required' : 'unknown' }] })
  return state
}
