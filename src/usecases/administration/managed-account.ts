import { accessLacks } from '../../domain/accounts/access-lack.js'
import type { AccountForm, ManagedAccount } from '../../domain/accounts/managed-account.js'
import { grantableRoles } from '../../domain/accounts/custom-role.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { findRolesFor } from '../../store/people/granted-roles.js'
import { findLicences } from '../../store/people/licences.js'
import { findManagedAccount } from '../../store/people/managed-accounts.js'
import type { ManagedAccountRow } from '../../store/people/managed-accounts.js'
import { findDomainsAndUnits } from '../../store/people/organizations.js'
import type { Tx } from '../../store/open-store.js'

/** An account of the actor's organization. Throws `account_not_found`, for one of another organization too (SCOPE-1). */
export async function ownAccount(tx: Tx, actor: AccountActor, accountId: string): Promise<ManagedAccountRow> {
  const account = await findManagedAccount(tx, actor.organizationId, accountId)
  if (!account) throw new Refused({ code: 'account_not_found' })
  return account
}

export function managed({ privileges, ...account }: ManagedAccountRow, actor: AccountActor): ManagedAccount {
  return { ...account, lacks: accessLacks({ ...account, privileges }, actor.organizationKind), isSelf: account.id === actor.accountId }
}

/** What may be chosen for an account that holds the roles `held`. */
export async function accountForm(tx: Tx, actor: AccountActor, held: ReadonlySet<string>, now: Date): Promise<AccountForm> {
  const { organizationId, organizationKind, domain } = actor
  const roles = grantableRoles(await findRolesFor(tx, organizationId), organizationKind, held)
  return {
    ...(await findDomainsAndUnits(tx, organizationId)),
    roles: roles.map(({ id, name, kind, privileges }) => ({ id, name, kind, privileges })),
    licences: organizationKind === 'RESELLER' ? await findLicences(tx, { id: organizationId, domain }, now) : null,
  }
}
