import type { AccountActor } from '../../domain/actor.js'
import type { CaseList } from '../../domain/cases/case-view.js'
import { loadCaseList } from './case-list.js'
import type { ListCases } from './case-list.js'
import type { Deps } from '../deps.js'
import { permitCases } from '../acting/permit.js'

export type { ListCases } from './case-list.js'

/**
 * Cases by last update, newest first (CASE-7), those of a customer without access as locked rows (ACCESS-1). Throws
 * `Refused`: `privileges_missing`; `customer_not_found` for one that is not there, or not the actor's to see.
 */
export async function listCases(deps: Deps, actor: AccountActor, input: ListCases): Promise<CaseList> {
  return deps.store.read(async (tx) => {
    await permitCases(tx, actor)
    return loadCaseList(tx, actor, input, deps.now())
  })
}
