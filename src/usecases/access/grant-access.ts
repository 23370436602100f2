import type { AccountActor } from '../../domain/actor.js'
import type { AccessChanged } from '../../domain/access/access-answers.js'
import type { Deps } from '../deps.js'

export interface GrantAccess {
  /** Words, or an id from a button. */
  customer: string | number
  /** Words of one subscription; without, the switch is meant. */
  subscription?: string
  deliveryKey: string
}

export async function grantAccess(_deps: Deps, _actor: AccountActor, _input: GrantAccess): Promise<AccessChanged> {
  throw new Error('not built yet')
}
