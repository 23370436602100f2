import type { AccountActor } from '../../domain/actor.js'
import type { RoleValue } from '../../domain/accounts/role.js'
import type { Privilege } from '../../domain/privileges.js'
import type { Deps } from '../deps.js'

export interface SaveRole {
  /** Null: a new one. */
  roleId: string | null
  name: string
  privileges: Privilege[]
  deliveryKey: string
}

export async function saveRole(_deps: Deps, _actor: AccountActor, _input: SaveRole): Promise<RoleValue> {
  throw new Error('not built yet')
}
