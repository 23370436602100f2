import type { AccountActor } from '../../domain/actor.js'
import type { AccountPage } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'

export interface ListAccounts {
  /** `next` of the page before. */
  after?: string
  /** Only those without portal access. */
  lacking?: boolean
}

export async function listAccounts(_deps: Deps, _actor: AccountActor, _input: ListAccounts): Promise<AccountPage> {
  throw new Error('not built yet')
}
