import type { PolicyValue } from '../../domain/accounts/policy.js'
import type { AccountActor } from '../../domain/actor.js'
import { findPolicy } from '../../store/people/policies.js'
import type { Deps } from '../deps.js'
import { permitResellerAdministration } from './administering.js'

/** What the reseller domain decided for itself. Throws what `permitResellerAdministration` throws. */
export async function showPolicy(deps: Deps, actor: AccountActor): Promise<PolicyValue> {
  return deps.store.read(async (tx) => {
    await permitResellerAdministration(tx, actor)
    return { domain: actor.domain, ...(await findPolicy(tx, actor.organizationId)) }
  })
}
