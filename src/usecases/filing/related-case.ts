/** Cases that are filed because of another one, which both then name (CASE-6). */
import type { AccountActor } from '../../domain/actor.js'
import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import type { DraftValues } from '../../domain/cases/draft.js'
import { Refused } from '../../domain/refused.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { findCategoryOf, nameRelatedCase } from '../../store/filing/related-cases.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { applyChange, holdForActor, lookForActor } from '../verbs/change-case.js'

/** What a related case begins with. Throws `Refused` unless the actor may file one: what `lookForActor` and `actionBlockedBy` say. */
export async function valuesOfRelated(tx: Tx, actor: AccountActor, number: number, now: Date): Promise<DraftValues> {
  const { customerId, productId, severity } = relatable(await lookForActor(tx, actor, number, now), actor, now)
  return { customerId, productId, categoryId: (await findCategoryOf(tx, actor, number))!, severity, relatedCaseNumber: number }
}

/** The case that a filing names as related; null when it names none, or the actor may not file one for it any more, or of another customer. */
export async function relatedOf(
  tx: Tx, actor: AccountActor, { relatedCaseNumber, customerId }: Pick<DraftValues, 'relatedCaseNumber' | 'customerId'>, now: Date, find = lookForActor,
): Promise<HeldCase | null> {
  if (relatedCaseNumber === undefined) return null
  try {
    const held = relatable(await find(tx, actor, relatedCaseNumber, now), actor, now)
    return held.customerId === customerId ? held : null
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** Links a case that was just filed and the one it was filed for, both ways; without a word where that one is not the filer's to see any more. */
export async function linkRelated(tx: Tx, deps: Deps, actor: AccountActor, number: number, values: DraftValues, now: Date): Promise<void> {
  const related = await relatedOf(tx, actor, values, now, holdForActor)
  if (!related) return
  await nameRelatedCase(tx, number, related.number)
  await applyChange(tx, deps, actor, related, {
    entries: [{ kind: 'LINKED', data: { related: number } }], audit: { action: 'case.linked', after: { related: number } }, news: {},
  }, now)
}

function relatable(kase: HeldCase, actor: AccountActor, now: Date): HeldCase {
  const blocked = actionBlockedBy('related', kase, actor, now)
  if (blocked) throw new Refused(blocked)
  return kase
}
