import type { AccountActor } from '../../domain/actor.js'
import type { LicenceState } from '../../domain/accounts/licence-state.js'
import type { Deps } from '../deps.js'

export async function showLicences(_deps: Deps, _actor: AccountActor): Promise<LicenceState> {
  throw new Error('not built yet')
}
