import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import type { Deps } from '../deps.js'
import { changeCase } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'

/**
 * Says that what waited was carried to the web portal (CASE-9). `seen` is how the case was when it was copied: what came
 * since is not said to be carried. Throws `Refused`: what `changeCase` throws, and `nothing_to_carry` when nothing waits,
 * or the portal's number is to be recorded first.
 */
export function carriedOver(deps: Deps, actor: AccountActor, verb: CaseVerb): Promise<CaseDone> {
  return changeCase(deps, actor, 'copyForPortal', verb, (_tx, held) => {
    const { number, portalNumber, portalWaitsSince } = held
    if (portalNumber === null || portalWaitsSince === null) throw new Refused({ code: 'nothing_to_carry', number })
    return Promise.resolve({
      set: { portalWaitsSince: null, portalRemindAt: null },
      entries: [{ kind: 'PORTAL_NUMBER' as const, data: { portalNumber: { from: portalNumber, to: portalNumber } } }] as const,
      audit: { action: 'case.carried_over', before: { portalWaitsSince }, after: { portalWaitsSince: null } },
      news: {},
    })
  })
}
