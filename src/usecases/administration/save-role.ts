import { customRoleProblems } from '../../domain/accounts/custom-role.js'
import type { RoleValue } from '../../domain/accounts/role.js'
import type { AccountActor } from '../../domain/actor.js'
import { knownPrivileges } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import { Refused } from '../../domain/refused.js'
import { sameJson } from '../../domain/same-json.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { findRolesFor, putCustomRole } from '../../store/people/granted-roles.js'
import type { HeldRole } from '../../store/people/granted-roles.js'
import type { Deps } from '../deps.js'
import { beginAdministering, keepSuperAdmin } from './administering.js'

export interface RoleContent {
  name: string
  privileges: Privilege[]
}

export interface SaveRole extends RoleContent {
  /** Null: a new one. */
  roleId: string | null
  /** As it was shown when it was opened; null: a new one. */
  before: RoleContent | null
  deliveryKey: string
}

/**
 * Makes a custom role, or gives one another name and exactly these privileges; who holds it has them from the next click
 * on. Throws `role_not_found` (prebuilt roles are nobody's to change), `changed_meanwhile` when it is not as it was shown
 * any more, `form`, `last_super_admin` and what `permitAdministration` throws; nothing is written then, nor when nothing is
 * to change.
 */
export async function saveRole(deps: Deps, actor: AccountActor, input: SaveRole): Promise<RoleValue> {
  const now = deps.now()
  const name = input.name.trim()
  const privileges = knownPrivileges(input.privileges)
  return deps.store.transaction(async (tx) => {
    await beginAdministering(tx, actor)
    const own = await customRoles(tx, actor)
    const first = await claimDelivery(tx, `save-role:${input.deliveryKey}`, now)
    // The second delivery of a new role knows it by its name.
    const before = own.find((role) => (input.roleId === null ? !first && role.name === name : role.id === input.roleId))
    if (!before && (input.roleId !== null || !first)) throw new Refused({ code: 'role_not_found' })
    if (before && !first) return valueOf(before)
    if (before && !sameJson(contentOf(before), input.before && contentOf(input.before))) throw new Refused({ code: 'changed_meanwhile', what: before.name })
    if (before && sameJson(contentOf(before), { name, privileges })) return valueOf(before)
    const others = own.filter((role) => role !== before).map((role) => role.name)
    const problems = customRoleProblems({ name, privileges: input.privileges }, actor.organizationKind, others)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })

    const id = before?.id ?? deps.newId()
    await putCustomRole(tx, { id, organizationId: actor.organizationId, name, privileges })
    await keepSuperAdmin(tx, actor)
    await writeAudit(tx, {
      at: now, actor, action: before ? 'role.changed' : 'role.created', subjectType: 'role', subjectId: id,
      before: before ? contentOf(before) : {}, after: { name, privileges }, origin: { how: 'modal' },
    })
    return { id, name, kind: 'CUSTOM', privileges }
  })
}

/** The organization's own roles. */
export async function customRoles(tx: Tx, actor: AccountActor): Promise<HeldRole[]> {
  return (await findRolesFor(tx, actor.organizationId)).filter((role) => role.kind === 'CUSTOM')
}

/** The privileges in one order, whatever kept them. */
const contentOf = ({ name, privileges }: RoleContent): RoleContent => ({ name, privileges: knownPrivileges(privileges) })
const valueOf = ({ id, name, kind, privileges }: HeldRole): RoleValue => ({ id, name, kind, privileges })
