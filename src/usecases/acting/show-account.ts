import type { AccountActor } from '../../domain/actor.js'
import type { AccountSheet } from '../../domain/accounts/account-sheet.js'
import type { Deps } from '../deps.js'

/** Who the reader is, with the domains to switch to. Never refused: it is how one finds out what is missing. */
export async function showAccount(_deps: Deps, _actor: AccountActor): Promise<AccountSheet> {
  throw new Error('not built yet')
}
