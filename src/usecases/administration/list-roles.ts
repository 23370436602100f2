import type { AccountActor } from '../../domain/actor.js'
import type { RoleSheet } from '../../domain/accounts/role.js'
import type { Deps } from '../deps.js'

export async function listRoles(_deps: Deps, _actor: AccountActor): Promise<RoleSheet> {
  throw new Error('not built yet')
}
