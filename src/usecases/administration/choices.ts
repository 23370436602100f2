import type { AccountForm, UnitValue } from '../../domain/accounts/managed-account.js'
import { licenceBlockedBy, twoLicences } from '../../domain/accounts/licence-rules.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { Tx } from '../../store/open-store.js'
import { findRolesFor } from '../../store/people/granted-roles.js'

/** Throws for a role that may not be granted: `legacy_role`, or `role_not_found`, for one of another organization too (SCOPE-2). */
export async function permitRoles(tx: Tx, actor: AccountActor, form: AccountForm, roleIds: readonly string[]): Promise<void> {
  const refused = roleIds.find((id) => !form.roles.some((role) => role.id === id))
  if (refused === undefined) return
  const role = (await findRolesFor(tx, actor.organizationId)).find(({ id }) => id === refused)
  throw new Refused(role?.kind === 'LEGACY' ? { code: 'legacy_role', name: role.name } : { code: 'role_not_found' })
}

/** What is chosen for an account beside its roles. */
export interface Holding {
  licence: boolean
  unit: UnitValue | null
}

/**
 * Throws for a licence that cannot be taken: `for_resellers_only`, `licences_not_ordered`, `no_licence_left`, and
 * `two_licences` unless the admin accepts them (ACCOUNT-2).
 */
export function permitLicence(actor: AccountActor, form: AccountForm, before: Holding, after: Holding, acceptTwoLicences: boolean): void {
  if (form.licences === null) {
    if (!after.licence || before.licence || actor.organizationKind === 'RESELLER') return
    throw new Refused({ code: 'for_resellers_only', organizationKind: actor.organizationKind })
  }
  const refusal = licenceBlockedBy(after.licence, before.licence, form.licences) ?? (acceptTwoLicences ? null : twoLicences(before, after, form.units))
  if (refusal) throw new Refused(refusal)
}
