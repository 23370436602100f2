import type { AccountActor } from '../../domain/actor.js'
import type { AccessSheet } from '../../domain/access/explain-access.js'
import type { Deps } from '../deps.js'

export interface CheckAccess {
  /** Words, or an id from a button. */
  customer: string | number
}

export async function checkAccess(_deps: Deps, _actor: AccountActor, _input: CheckAccess): Promise<AccessSheet> {
  throw new Error('not built yet')
}
