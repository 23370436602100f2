import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'

export interface RemoveRole {
  roleId: string
  deliveryKey: string
}

/** Answers the name of the role that is gone. */
export async function removeRole(_deps: Deps, _actor: AccountActor, _input: RemoveRole): Promise<{ name: string }> {
  throw new Error('not built yet')
}
