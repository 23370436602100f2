import type { AccountActor } from '../domain/actor.js'
import type { CaseList } from '../domain/case-view.js'
import type { CaseState, Severity } from '../domain/words.js'
import type { Deps } from './deps.js'

export interface ListCases {
  words?: string
  /** A customer's id, or words for it: its domain, or part of its name. */
  customer?: number | string
  states?: readonly CaseState[]
  severities?: readonly Severity[]
  /** Those the actor owns. */
  mine?: boolean
  /** `CaseList.next` of the page before. */
  after?: string
  /** At most 50; 10 when left out. */
  limit?: number
}

export function listCases(_deps: Deps, _actor: AccountActor, _input: ListCases): Promise<CaseList> {
  throw new Error('not built yet')
}
