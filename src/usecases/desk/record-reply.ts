import type { AccountActor } from '../../domain/actor.js'
import { recordedStates } from '../../domain/desk/answer-states.js'
import type { RecordedState } from '../../domain/desk/answer-states.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'
import { readTypedText } from '../verbs/typed-text.js'
import { applyAnswer } from './apply-answer.js'
import { chosenState } from './chosen-state.js'

export interface RecordReply extends CaseVerb {
  message: string
  /** Null: none was chosen. */
  state: RecordedState | null
  confirmation?: Confirmation | undefined
}

/**
 * Writes down what the desk answered in the web portal, with what became of the case there; the history says who recorded
 * it (CASE-9). Throws `Refused`: what `changeCase` throws, `form`, and `personal_data` until it is confirmed with a reason
 * (CASE-2).
 */
export function recordReply(deps: Deps, actor: AccountActor, { message, state: chosen, confirmation, ...verb }: RecordReply): Promise<CaseDone> {
  return changeCase(deps, actor, 'recordReply', verb, (_tx, held, now) => {
    const state = chosenState(recordedStates, chosen)
    return Promise.resolve(applyAnswer(held, { ...readTypedText('message', message, confirmation), state, recordedBy: actor.name }, now))
  })
}
