import type { AccountActor } from '../../domain/actor.js'
import type { HistoryPage } from '../../domain/cases/case-view.js'
import { findHistory } from '../../store/cases/case-history.js'
import type { Deps } from '../deps.js'
import { readableCase } from './readable-case.js'

/** Entries on a page. */
const take = 10

/**
 * A page of a case's history as the actor may read it, newest first; `after` is `next` of the page before. Throws what
 * `readableCase` throws.
 */
export async function listHistory(deps: Deps, actor: AccountActor, { number, after }: { number: number; after?: number | undefined }): Promise<HistoryPage> {
  return deps.store.read(async (tx) => {
    const { value: { title } } = await readableCase(tx, actor, number, 0, deps.now())
    return { number, title, ...(await findHistory(tx, actor, number, { take, after })) }
  })
}
