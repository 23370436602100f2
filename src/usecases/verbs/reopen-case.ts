import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { readTypedText } from './typed-text.js'

export interface ReopenCase extends CaseVerb {
  reason: string
  confirmation?: Confirmation | undefined
}

/**
 * Reopens a closed case, to the second while that is possible (CASE-6): owner and who works on it at the desk stay, and the
 * desk owes an answer again. Throws `Refused`: what `changeCase` throws, `not_closed` and `reopen_window_passed` among it,
 * `form`, and `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function reopenCase(deps: Deps, actor: AccountActor, { reason, confirmation, ...verb }: ReopenCase): Promise<CaseDone> {
  return changeCase(deps, actor, 'reopen', verb, (_tx, held, now) => {
    const { text, kept } = readTypedText('reason', reason, confirmation)
    const state = { from: held.state, to: 'IN_PROGRESS' as const }
    return Promise.resolve({
      set: { state: state.to, closedAt: null, deskSince: now },
      clock: 'start' as const,
      entries: [{ kind: 'REOPENED' as const, text, data: { state, ...kept } }] as const,
      audit: { action: 'case.reopened', before: { state: state.from, closedAt: held.closedAt }, after: { state: state.to, ...kept } },
      news: { desk: 'reopened' as const, shares: true },
    })
  })
}
