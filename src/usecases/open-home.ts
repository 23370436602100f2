import type { AccountActor } from '../domain/actor.js'
import type { HomeValue } from '../domain/home.js'
import type { Deps } from './deps.js'

export function openHome(_deps: Deps, _actor: AccountActor): Promise<HomeValue> {
  throw new Error('not built yet')
}
