import type { LicenceState } from '../../domain/accounts/licence-state.js'
import type { AccountActor } from '../../domain/actor.js'
import { findLicences } from '../../store/people/licences.js'
import type { Deps } from '../deps.js'
import { permitResellerAdministration } from './administering.js'

/** The pool of free licences (ACCOUNT-2). Throws what `permitResellerAdministration` throws. */
export async function showLicences(deps: Deps, actor: AccountActor): Promise<LicenceState> {
  return deps.store.read(async (tx) => {
    await permitResellerAdministration(tx, actor)
    return findLicences(tx, { id: actor.organizationId, domain: actor.domain }, deps.now())
  })
}
