import type { AccountActor } from '../../domain/actor.js'
import type { PolicyValue } from '../../domain/accounts/policy.js'
import type { Deps } from '../deps.js'

export async function showPolicy(_deps: Deps, _actor: AccountActor): Promise<PolicyValue> {
  throw new Error('not built yet')
}
