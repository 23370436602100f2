import type { AccountActor } from '../../domain/actor.js'
import { longestMessage, messageProblems } from '../../domain/cases/case-texts.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { confirmTexts } from '../confirm-findings.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseChange, CaseVerb } from './change-case.js'

export interface ReplyToDesk extends CaseVerb {
  message: string
  confirmation?: Confirmation | undefined
}

/**
 * Writes to the desk, the only way there is (CASE-4). What waited for us goes on: the desk owes an answer again. After a
 * proposed solution a reply says that it did not solve it. Throws `Refused`: what `changeCase` throws, `form`, and
 * `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function replyToDesk(deps: Deps, actor: AccountActor, { message, confirmation, ...verb }: ReplyToDesk): Promise<CaseDone> {
  const text = message.trim()
  return changeCase(deps, actor, 'reply', verb, (_tx, held, now) => {
    const problems = messageProblems('message', text, longestMessage)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    const confirmed = confirmTexts({ message: text }, confirmation)
    return Promise.resolve(replied(held, text, now, confirmed && { findings: confirmed.findings.map(({ place, kind }) => ({ place, kind })), reason: confirmed.reason }))
  })
}

/** What a message to the desk makes of a case. */
export function replied(held: HeldCase, text: string, now: Date, confirmed: { findings: { place: string; kind: string }[]; reason: string } | null): CaseChange {
  const waitedForUs = held.state === 'ACTION_REQUIRED' || held.state === 'SOLUTION_PROVIDED'
  const state = waitedForUs ? 'IN_PROGRESS' as const : held.state
  // A paused clock goes on, one that was met starts anew, and one that runs is not set back by a second message.
  const clock = held.clock.answeredAt ? 'start' as const : held.clock.since ? undefined : 'resume' as const
  return {
    set: { state, deskSince: held.deskSince ?? now },
    clock,
    entries: [{ kind: 'REPLY', text, data: { state: { from: held.state, to: state }, ...(confirmed && { confirmed }) } }],
    audit: { action: 'case.replied', before: { state: held.state }, after: { state, ...(confirmed && { confirmed }) } },
    news: { desk: 'replied', shares: true },
  }
}
