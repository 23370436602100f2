import type { AccountActor } from '../../domain/actor.js'
import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import { messageQuestion } from '../../domain/cases/case.js'
import type { PortalCopy, PortalPart } from '../../domain/desk/portal-copy.js'
import { inLanguage } from '../../domain/in-language.js'
import { Refused } from '../../domain/refused.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { findCarriedEntries, findCarriedFiling } from '../../store/desk/portal-copies.js'
import type { CarriedFiling } from '../../store/desk/portal-copies.js'
import type { Deps } from '../deps.js'
import { lookForActor } from '../verbs/change-case.js'

/** Entries that are shown; where there are more, the rest is copied from the full history. */
const mostEntries = 20

/**
 * Everything that is carried to the web portal by hand (CASE-9): until its number is recorded the whole case, in the
 * portal's order; afterwards what was not carried over yet. Throws `Refused`: `privileges_missing`, `case_not_found`,
 * `case_locked`, and what `actionBlockedBy` answers.
 */
export function portalCopy(deps: Deps, actor: AccountActor, { number }: { number: number }): Promise<PortalCopy> {
  return deps.store.read(async (tx) => {
    const now = deps.now()
    const held = await lookForActor(tx, actor, number, now)
    const blocked = actionBlockedBy('copyForPortal', held, actor, now)
    if (blocked) throw new Refused(blocked)
    const { portalNumber, portalWaitsSince } = held
    const carriedOnly = portalNumber !== null
    const upToDate = carriedOnly && portalWaitsSince === null
    const entries = upToDate ? [] : await findCarriedEntries(tx, number, carriedOnly ? portalWaitsSince : null, mostEntries + 1)
    return {
      number, title: held.title, customerName: held.customerName, state: held.state, severity: held.severity, portalNumber,
      language: held.language, timeZone: held.timeZone,
      parts: carriedOnly ? [] : partsOf(held, await findCarriedFiling(tx, number)),
      entries: entries.slice(0, mostEntries), more: entries.length > mostEntries,
      carriedOnly,
      seen: { version: held.version, entry: held.newestEntry },
    }
  })
}

/** In the portal's order; what there is nothing of is left out. */
function partsOf(held: HeldCase, filing: CarriedFiling): PortalPart[] {
  const parts: PortalPart[] = [
    { label: 'customer', text: `${held.customerName} (${filing.customerDomain})` },
    { label: 'productType', text: filing.productName },
    { label: 'title', text: held.title },
    { label: 'category', text: filing.category.map((names) => inLanguage(names, held.language)).join(' > ') },
    ...filing.answers.map(({ questionId, label, answer }): PortalPart =>
      ({ label: questionId === messageQuestion || label === '' ? 'answer' : { question: label }, text: answer })),
    { label: 'severity', text: held.severity },
    { label: 'language', text: held.language },
    { label: 'timeZone', text: held.timeZone },
    { label: 'attachments', text: filing.attachments.join('\n') },
    { label: 'shareWith', text: filing.shares.join('\n') },
  ]
  return parts.filter(({ text }) => text !== '')
}
