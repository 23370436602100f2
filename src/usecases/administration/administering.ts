import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { findAccount, findAdministrators } from '../../store/people/accounts.js'
import type { Tx } from '../../store/open-store.js'
import { lockOrganization } from '../../store/people/organizations.js'
import { privilegesMissing } from '../acting/permit.js'

/**
 * Throws `Refused` unless the actor administers its organization: `account_suspended`, `privileges_missing`. The store is
 * asked, since another super admin may have decided otherwise after the actor was found out.
 */
export async function permitAdministration(tx: Tx, actor: AccountActor): Promise<void> {
  const account = await findAccount(tx, actor.accountId)
  if (account.status === 'SUSPENDED') throw new Refused({ code: 'account_suspended', domain: actor.domain })
  if (!account.privileges.has('ADMINISTER')) throw new Refused(await privilegesMissing(tx, actor, ['ADMINISTER']))
}

/** The same for what only resellers have; throws `for_resellers_only` besides. */
export async function permitResellerAdministration(tx: Tx, actor: AccountActor): Promise<void> {
  await permitAdministration(tx, actor)
  if (actor.organizationKind !== 'RESELLER') throw new Refused({ code: 'for_resellers_only', organizationKind: actor.organizationKind })
}

/** `permitAdministration` for a change: of two in one organization the second waits here, and is judged by what the first left. */
export async function beginAdministering(tx: Tx, actor: AccountActor): Promise<void> {
  await lockOrganization(tx, actor.organizationId)
  await permitAdministration(tx, actor)
}

/** `permitResellerAdministration` for a change. */
export async function beginResellerAdministering(tx: Tx, actor: AccountActor): Promise<void> {
  await lockOrganization(tx, actor.organizationId)
  await permitResellerAdministration(tx, actor)
}

/** Throws `last_super_admin` when the change that was just written leaves an organization that nobody administers. */
export async function keepSuperAdmin(tx: Tx, actor: AccountActor): Promise<void> {
  const admins = await findAdministrators(tx, actor.organizationId)
  if (admins.length === 0) throw new Refused({ code: 'last_super_admin', domain: actor.domain })
}
