import type { AccountActor } from '../domain/actor.js'
import type { CustomerChoice } from '../domain/filing-form.js'
import type { Deps } from './deps.js'

export function searchCustomers(_deps: Deps, _actor: AccountActor, _input: { words: string }): Promise<CustomerChoice[]> {
  throw new Error('not built yet')
}
