import type { AccountActor } from '../../domain/actor.js'
import type { AccountSheet } from '../../domain/accounts/account-sheet.js'
import { kindsDecidedBy } from '../../domain/approvals/deciders.js'
import { Refused } from '../../domain/refused.js'
import { countWaitingFor } from '../../store/approvals/approval-lists.js'
import { findAccount, findAdministrators } from '../../store/people/accounts.js'
import { findManagedAccount } from '../../store/people/managed-accounts.js'
import type { Deps } from '../deps.js'
import { otherDomains } from './usable-accounts.js'

/** Who the reader is, with the domains to switch to. Nobody lacks a privilege for it: it is how one finds out what is missing. */
export async function showAccount(deps: Deps, actor: AccountActor): Promise<AccountSheet> {
  return deps.store.read(async (tx) => {
    const { organization } = await findAccount(tx, actor.accountId)
    const account = await findManagedAccount(tx, organization.id, actor.accountId)
    if (!account) throw new Refused({ code: 'account_not_found' })
    return {
      name: account.name,
      email: account.email,
      domain: organization.primaryDomain,
      organizationName: organization.name,
      organizationKind: organization.kind,
      supportOnly: organization.supportOnly,
      roles: account.roles.map(({ name, kind }) => ({ name, kind })),
      privileges: [...account.privileges],
      others: await otherDomains(tx, actor),
      administers: account.privileges.has('ADMINISTER'),
      admins: (await findAdministrators(tx, organization.id)).filter(({ id }) => id !== actor.accountId).map(({ name }) => name),
      alertEmail: account.alertEmail,
      waiting: await countWaitingFor(tx, actor, kindsDecidedBy(actor)),
    }
  })
}
