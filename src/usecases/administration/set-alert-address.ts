import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'

export interface SetAlertAddress {
  /** Null: alerts go to the account's own address. */
  alertEmail: string | null
  deliveryKey: string
}

/** Sets where the own account's alerts go (ACCOUNT-4). */
export async function setAlertAddress(_deps: Deps, _actor: AccountActor, _input: SetAlertAddress): Promise<{ alertEmail: string | null; email: string }> {
  throw new Error('not built yet')
}
