import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseChange, CaseVerb } from './change-case.js'
import { readTypedText } from './typed-text.js'
import type { TypedText } from './typed-text.js'

export interface ReplyToDesk extends CaseVerb {
  message: string
  /** `notSolved`: a reply to a proposed solution, and to nothing else. */
  action?: 'reply' | 'notSolved' | undefined
  confirmation?: Confirmation | undefined
}

/**
 * Writes to the desk, the only way there is (CASE-4). What waited for us goes on: the desk owes an answer again. After a
 * proposed solution a reply says that it did not solve it. Throws `Refused`: what `changeCase` throws, `form`, and
 * `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function replyToDesk(deps: Deps, actor: AccountActor, { message, action = 'reply', confirmation, ...verb }: ReplyToDesk): Promise<CaseDone> {
  return changeCase(deps, actor, action, verb, (_tx, held, now) => Promise.resolve(replied(held, readTypedText('message', message, confirmation), now)))
}

/** What a message to the desk makes of a case. */
function replied(held: HeldCase, { text, kept }: TypedText, now: Date): CaseChange {
  const waitedForUs = held.state === 'ACTION_REQUIRED' || held.state === 'SOLUTION_PROVIDED'
  const state = waitedForUs ? 'IN_PROGRESS' as const : held.state
  // A paused clock goes on, one that was met starts anew, and one that runs is not set back by a second message.
  const clock = held.clock.answeredAt ? 'start' as const : held.clock.since ? undefined : 'resume' as const
  return {
    set: { state, deskSince: held.deskSince ?? now },
    clock,
    entries: [{ kind: 'REPLY', text, data: { state: { from: held.state, to: state }, ...kept } }],
    audit: { action: 'case.replied', before: { state: held.state }, after: { state, ...kept } },
    news: { desk: 'replied', shares: true },
  }
}
