import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { deleteRole, findRemovedRoleName } from '../../store/people/granted-roles.js'
import type { Deps } from '../deps.js'
import { beginAdministering } from './administering.js'
import { customRoles } from './save-role.js'

export interface RemoveRole {
  roleId: string
  deliveryKey: string
}

/**
 * Removes a custom role that nobody holds; answers its name. Since nobody does, no super admin is lost by it. Throws
 * `role_not_found`, `role_in_use` and what `permitAdministration` throws; nothing is written then.
 */
export async function removeRole(deps: Deps, actor: AccountActor, { roleId, deliveryKey }: RemoveRole): Promise<{ name: string }> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    await beginAdministering(tx, actor)
    const removed = await findRemovedRoleName(tx, actor.organizationId, roleId)
    if (!(await claimDelivery(tx, `remove-role:${deliveryKey}`, now)) && removed !== null) return { name: removed }
    const role = (await customRoles(tx, actor)).find(({ id }) => id === roleId)
    if (!role) throw new Refused({ code: 'role_not_found' })
    const { name, privileges, holders } = role
    if (holders > 0) throw new Refused({ code: 'role_in_use', name, holders })
    await deleteRole(tx, roleId)
    await writeAudit(tx, {
      at: now, actor, action: 'role.removed', subjectType: 'role', subjectId: roleId,
      before: { name, privileges }, after: {}, origin: { how: 'button' },
    })
    return { name }
  })
}
