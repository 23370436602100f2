import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'

export interface SwitchAccount {
  domain: string
  deliveryKey: string
}

export interface SignedIn {
  domain: string
  organizationName: string
  email: string
}

/** Makes another own account the signed-in one. */
export async function switchAccount(_deps: Deps, _actor: AccountActor, _input: SwitchAccount): Promise<SignedIn> {
  throw new Error('not built yet')
}
