import type { AccountActor } from '../domain/actor.js'
import type { CaseValue } from '../domain/case-view.js'
import type { Deps } from './deps.js'

export function showCase(_deps: Deps, _actor: AccountActor, _input: { number: number }): Promise<CaseValue> {
  throw new Error('not built yet')
}
