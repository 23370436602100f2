import type { AccountActor } from '../../domain/actor.js'
import type { ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'

export interface SetAccountStatus {
  accountId: string
  status: 'ACTIVE' | 'SUSPENDED'
  deliveryKey: string
}

export async function setAccountStatus(_deps: Deps, _actor: AccountActor, _input: SetAccountStatus): Promise<ManagedAccount> {
  throw new Error('not built yet')
}
