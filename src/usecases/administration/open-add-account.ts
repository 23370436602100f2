import type { AccountActor } from '../../domain/actor.js'
import type { AccountForm } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'
import { permitAdministration } from './administering.js'
import { accountForm } from './managed-account.js'

/** What may be chosen for a new account. Throws what `permitAdministration` throws. */
export async function openAddAccount(deps: Deps, actor: AccountActor): Promise<AccountForm> {
  return deps.store.read(async (tx) => {
    await permitAdministration(tx, actor)
    return accountForm(tx, actor, new Set(), deps.now())
  })
}
