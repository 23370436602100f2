import type { AccountActor } from '../../domain/actor.js'
import { allowedActions } from '../../domain/cases/case-actions.js'
import type { CaseValue } from '../../domain/cases/case-view.js'
import { findLinks } from '../../store/cases/cases.js'
import { waitsFor } from '../../store/filing/waiting-filings.js'
import type { Deps } from '../deps.js'
import { readableCase } from './readable-case.js'

/** Entries of history that are shown; the rest stands behind *Full history*. */
const entries = 5

/** A case as the actor may see it, with what it may do with it (SCOPE-1 to SCOPE-6). Throws what `readableCase` throws. */
export async function showCase(deps: Deps, actor: AccountActor, { number }: { number: number }): Promise<CaseValue> {
  return deps.store.read(async (tx) => {
    const now = deps.now()
    const { value, acted } = await readableCase(tx, actor, number, entries, now)
    const links = await findLinks(tx, actor, number, value.relatedCaseNumber)
    return {
      ...value,
      // A link tells that there is a case, so only who may see that one is told (SCOPE-1).
      relatedCaseNumber: links.some((link) => link.number === value.relatedCaseNumber) ? value.relatedCaseNumber : null,
      links,
      may: allowedActions(acted, actor, now),
      ...(value.state === 'PENDING_APPROVAL' && { waitsFor: await waitsFor(tx, number) }),
    }
  })
}
