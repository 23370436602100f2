import { addressProblems, bareAddress } from '../../domain/accounts/account-problems.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { changeManagedAccount } from '../../store/people/managed-accounts.js'
import type { Deps } from '../deps.js'
import { ownAccount } from './managed-account.js'

export interface SetAlertAddress {
  /** Null or empty: alerts go to the account's own address. */
  alertEmail: string | null
  deliveryKey: string
}

/**
 * Sets where the own account's alerts go (ACCOUNT-4); anybody may. Throws `form`, `changed_meanwhile`, and
 * `account_suspended` for who was suspended meanwhile; nothing is written then, nor when it is so already.
 */
export async function setAlertAddress(deps: Deps, actor: AccountActor, input: SetAlertAddress): Promise<{ alertEmail: string | null; email: string }> {
  const now = deps.now()
  const alertEmail = input.alertEmail === null ? null : bareAddress(input.alertEmail) || null
  return deps.store.transaction(async (tx) => {
    const account = await ownAccount(tx, actor, actor.accountId)
    const { email, alertEmail: before } = account
    if (account.status === 'SUSPENDED') throw new Refused({ code: 'account_suspended', domain: actor.domain })
    if (!(await claimDelivery(tx, `set-alert-address:${input.deliveryKey}`, now))) return { alertEmail: before, email }
    const problems = alertEmail === null ? [] : addressProblems('alertEmail', alertEmail)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    if (before === alertEmail) return { alertEmail, email }
    if (!(await changeManagedAccount(tx, account, { alertEmail }))) throw new Refused({ code: 'changed_meanwhile', what: `${account.name} (${email})` })
    await writeAudit(tx, {
      at: now, actor, action: 'account.alert_address_set', subjectType: 'account', subjectId: actor.accountId,
      before: { alertEmail: before }, after: { alertEmail }, origin: { how: 'modal' },
    })
    return { alertEmail, email }
  })
}
