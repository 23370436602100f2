import type { AccountActor } from '../../domain/actor.js'
import type { LicenceState } from '../../domain/accounts/licence-state.js'
import type { Deps } from '../deps.js'

/** Records that the free Cloud Identity subscription was ordered: 50 licences (ACCOUNT-2). */
export async function orderLicences(_deps: Deps, _actor: AccountActor, _input: { deliveryKey: string }): Promise<LicenceState> {
  throw new Error('not built yet')
}
