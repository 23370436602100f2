import type { ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { changeManagedAccount } from '../../store/people/managed-accounts.js'
import type { Deps } from '../deps.js'
import { beginAdministering, keepSuperAdmin } from './administering.js'
import { managed, ownAccount } from './managed-account.js'

export interface SetAccountStatus {
  accountId: string
  status: 'ACTIVE' | 'SUSPENDED'
  deliveryKey: string
}

/**
 * Suspends an account, which acts for nobody from its person's next click on, or lets it act again. Throws
 * `account_not_found`, `last_super_admin` and what `permitAdministration` throws; nothing is written then, nor when it is
 * so already.
 */
export async function setAccountStatus(deps: Deps, actor: AccountActor, { accountId, status, deliveryKey }: SetAccountStatus): Promise<ManagedAccount> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    await beginAdministering(tx, actor)
    const before = await ownAccount(tx, actor, accountId)
    if (!(await claimDelivery(tx, `set-account-status:${deliveryKey}`, now)) || before.status === status) return managed(before, actor)
    const changed = await changeManagedAccount(tx, before, { status })
    if (!changed) throw new Refused({ code: 'changed_meanwhile', what: `${before.name} (${before.email})` })
    await keepSuperAdmin(tx, actor)
    await writeAudit(tx, {
      at: now, actor, action: status === 'SUSPENDED' ? 'account.suspended' : 'account.restored', subjectType: 'account', subjectId: accountId,
      before: { status: before.status }, after: { status }, origin: { how: 'button' },
    })
    return managed(await ownAccount(tx, actor, accountId), actor)
  })
}
