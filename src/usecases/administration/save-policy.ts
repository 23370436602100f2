import type { AccountActor } from '../../domain/actor.js'
import type { PolicyValue } from '../../domain/accounts/policy.js'
import type { Deps } from '../deps.js'

export interface SavePolicy {
  policy: PolicyValue
  deliveryKey: string
}

export async function savePolicy(_deps: Deps, _actor: AccountActor, _input: SavePolicy): Promise<PolicyValue> {
  throw new Error('not built yet')
}
