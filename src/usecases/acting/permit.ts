import type { AccountActor } from '../../domain/actor.js'
import { missingForCases, missingPrivileges } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import { Refused } from '../../domain/refused.js'
import type { RefusalOf } from '../../domain/refused.js'
import { findAccount, findAdministrators } from '../../store/people/accounts.js'
import type { Tx } from '../../store/open-store.js'

/** Why the actor sees no cases, with whom to ask for what is missing; null when it may. */
export async function casesBlockedBy(tx: Tx, actor: AccountActor): Promise<RefusalOf<'privileges_missing'> | null> {
  const missing = missingForCases(actor.privileges, actor.organizationKind)
  if (missing.length === 0) return null
  return privilegesMissing(tx, actor, missing)
}

/** The refusal that names what is missing and whom to ask for it. */
export async function privilegesMissing(tx: Tx, actor: AccountActor, missing: Privilege[]): Promise<RefusalOf<'privileges_missing'>> {
  const admins = await findAdministrators(tx, actor.organizationId)
  // Nobody is sent to themselves.
  const others = admins.filter((admin) => admin.id !== actor.accountId).map((admin) => admin.name)
  const readerAdministers = others.length < admins.length
  return { code: 'privileges_missing', missing, domain: actor.domain, admins: others, ...(readerAdministers && { readerAdministers }) }
}

/**
 * Throws `Refused` when the account was suspended, or lost a privilege, after the actor was found out: `account_suspended`,
 * `privileges_missing`. For changes that may have waited for somebody else's.
 */
export async function permitStill(tx: Tx, actor: AccountActor): Promise<void> {
  const { status, privileges } = await findAccount(tx, actor.accountId)
  if (status === 'SUSPENDED') throw new Refused({ code: 'account_suspended', domain: actor.domain })
  const lost = missingPrivileges(privileges, [...actor.privileges])
  if (lost.length > 0) throw new Refused(await privilegesMissing(tx, actor, lost))
}

/** Throws `Refused` unless the actor may see cases. */
export async function permitCases(tx: Tx, actor: AccountActor): Promise<void> {
  const refusal = await casesBlockedBy(tx, actor)
  if (refusal) throw new Refused(refusal)
}

/** Throws `Refused` unless the actor may file cases: resellers and support partners for their customers, customers their own (SCOPE-4). */
export async function permitFiling(tx: Tx, actor: AccountActor): Promise<void> {
  if (actor.organizationKind === 'VENDOR') throw new Refused({ code: 'filing_for_resellers_only' })
  await permitCases(tx, actor)
}

/** Whether *File a case* is worth offering. */
export function mayFile({ organizationKind, privileges }: AccountActor): boolean {
  return organizationKind !== 'VENDOR' && missingForCases(privileges, organizationKind).length === 0
}
