import { choosablePrivileges, grantableRoles, pretickedPrivileges } from '../../domain/accounts/custom-role.js'
import type { RoleSheet } from '../../domain/accounts/role.js'
import type { AccountActor } from '../../domain/actor.js'
import { findRolesFor } from '../../store/people/granted-roles.js'
import type { Deps } from '../deps.js'
import { permitAdministration } from './administering.js'

/** The roles there are for the actor's organization; legacy ones where somebody holds them (SCOPE-2). Throws what `permitAdministration` throws. */
export async function listRoles(deps: Deps, actor: AccountActor): Promise<RoleSheet> {
  return deps.store.read(async (tx) => {
    await permitAdministration(tx, actor)
    const { domain, organizationKind } = actor
    const roles = await findRolesFor(tx, actor.organizationId)
    const held = new Set(roles.filter(({ holders }) => holders > 0).map(({ id }) => id))
    return {
      domain,
      organizationKind,
      roles: grantableRoles(roles, organizationKind, held),
      choosable: choosablePrivileges(organizationKind),
      preticked: pretickedPrivileges(organizationKind),
    }
  })
}
