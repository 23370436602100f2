import type { AccountActor } from '../../domain/actor.js'
import { answerStates } from '../../domain/desk/answer-states.js'
import type { AnswerState } from '../../domain/desk/answer-states.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'
import { readTypedText } from '../verbs/typed-text.js'
import { applyAnswer } from './apply-answer.js'
import { chosenState } from './chosen-state.js'

export interface AnswerCase extends CaseVerb {
  message: string
  /** Closing has a form of its own. Null: none was chosen. */
  state: AnswerState | null
  confirmation?: Confirmation | undefined
}

/**
 * What the built-in desk says to a case. Whoever answers first, when nobody has taken it, takes it. Throws `Refused`: what
 * `changeCase` throws, `form`, and `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function answerCase(deps: Deps, actor: AccountActor, { message, state: chosen, confirmation, ...verb }: AnswerCase): Promise<CaseDone> {
  return changeCase(deps, actor, 'answer', verb, (_tx, held, now) => {
    const state = chosenState(answerStates, chosen)
    const takes = held.deskOwnerId === null ? { id: actor.accountId, name: actor.name } : null
    return Promise.resolve(applyAnswer(held, { ...readTypedText('message', message, confirmation), state, takes }, now))
  })
}
