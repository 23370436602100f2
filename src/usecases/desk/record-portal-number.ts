import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { portalNumberProblem } from '../../domain/desk/portal-number.js'
import { Refused } from '../../domain/refused.js'
import type { Deps } from '../deps.js'
import { changeCase } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'

export interface RecordPortalNumber extends CaseVerb {
  portalNumber: string
}

/**
 * Records the case's number in the web portal, by which search finds it, or corrects it (CASE-9). With the first one
 * everything there is was carried over; a corrected one says nothing of that. Throws `Refused`: what `changeCase` throws,
 * and `form` at `portalNumber`: `required`, `too_long`, `not_a_portal_number`, `unchanged`.
 */
export function recordPortalNumber(deps: Deps, actor: AccountActor, { portalNumber: typed, ...verb }: RecordPortalNumber): Promise<CaseDone> {
  return changeCase(deps, actor, 'portalNumber', verb, (_tx, held) => {
    const to = typed.normalize('NFKC').trim()
    const from = held.portalNumber
    const problem = from === to ? { field: 'portalNumber' as const, problem: 'unchanged' as const } : portalNumberProblem(to)
    if (problem) throw new Refused({ code: 'form', problems: [problem] })
    return Promise.resolve({
      set: { portalNumber: to, ...(from === null && { portalWaitsSince: null, portalRemindAt: null }) },
      entries: [{ kind: 'PORTAL_NUMBER' as const, data: { portalNumber: { from, to } } }] as const,
      audit: { action: 'case.portal_number', before: { portalNumber: from }, after: { portalNumber: to } },
      news: {},
    })
  })
}
