import type { AccountActor } from '../../domain/actor.js'
import type { AccessHistory } from '../../domain/access/access-answers.js'
import type { Deps } from '../deps.js'

export interface ShowAccessHistory {
  customer: string | number
  /** The last row of the page before. */
  after?: number
}

export async function showAccessHistory(_deps: Deps, _actor: AccountActor, _input: ShowAccessHistory): Promise<AccessHistory> {
  throw new Error('not built yet')
}
