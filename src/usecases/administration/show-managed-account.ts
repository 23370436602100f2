import type { AccountActor } from '../../domain/actor.js'
import type { AccountForm, ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'

export async function showManagedAccount(_deps: Deps, _actor: AccountActor, _input: { accountId: string }): Promise<{ account: ManagedAccount; form: AccountForm }> {
  throw new Error('not built yet')
}
