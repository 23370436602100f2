import type { AccountActor } from '../../domain/actor.js'
import type { AccountForm, ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'
import { permitAdministration } from './administering.js'
import { accountForm, managed, ownAccount } from './managed-account.js'

/** An account with what may be chosen for it. Throws `account_not_found` and what `permitAdministration` throws. */
export async function showManagedAccount(deps: Deps, actor: AccountActor, { accountId }: { accountId: string }): Promise<{ account: ManagedAccount; form: AccountForm }> {
  return deps.store.read(async (tx) => {
    await permitAdministration(tx, actor)
    const account = await ownAccount(tx, actor, accountId)
    const held = new Set(account.roles.map((role) => role.id))
    return { account: managed(account, actor), form: await accountForm(tx, actor, held, deps.now()) }
  })
}
