import type { AccountActor } from '../../domain/actor.js'
import type { AccountForm } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'

export async function openAddAccount(_deps: Deps, _actor: AccountActor): Promise<AccountForm> {
  throw new Error('not built yet')
}
