/** *Submit* of each form of the desk's, and of those that stand for a desk in a web portal. */
import type { CaseDone } from '../../../domain/cases/case-change.js'
import { answerStates, recordedStates } from '../../../domain/desk/answer-states.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { answerCase } from '../../../usecases/desk/answer-case.js'
import { recordPortalNumber } from '../../../usecases/desk/record-portal-number.js'
import { recordReply } from '../../../usecases/desk/record-reply.js'
import type { OnSubmit } from '../../listeners.js'
import { formBlock } from '../../views/form-blocks.js'
import type { ReadForm } from '../read-form.js'
import { submitVerb } from '../verbs/submit-verb.js'

const said = (key: 'desk.done_answer' | 'desk.done_reply') => ({ number, state }: CaseDone, reader: Reader): string => {
  const say = wordsFor(reader)
  return say(key, { number: String(number), state: say(`cases.state_${state}`) })
}

export const submitAnswer: OnSubmit = (call) => submitVerb(call, {
  action: 'answer', main: 'message',
  read: (form) => textAndState(form, answerStates),
  decide: ({ actor }, input, verb) => answerCase(call.edge.deps, actor, { ...verb, ...input }),
  said: said('desk.done_answer'),
})

export const submitRecordReply: OnSubmit = (call) => submitVerb(call, {
  action: 'recordReply', main: 'message',
  read: (form) => textAndState(form, recordedStates),
  decide: ({ actor }, input, verb) => recordReply(call.edge.deps, actor, { ...verb, ...input }),
  said: said('desk.done_reply'),
})

export const submitPortalNumber: OnSubmit = (call) => submitVerb(call, {
  action: 'portalNumber', main: 'portalNumber',
  read: (form) => form.text(formBlock('portalNumber')),
  decide: ({ actor }, portalNumber, verb) => recordPortalNumber(call.edge.deps, actor, { ...verb, portalNumber }),
  said: ({ number }, reader) => wordsFor(reader)('desk.done_number_recorded', { number: String(number) }),
})

/** Null: none was chosen. */
function textAndState<S extends string>(form: ReadForm, states: readonly S[]): { message: string; state: S | null } {
  const [chosen] = form.chosen(formBlock('state'))
  return { message: form.text(formBlock('message')), state: states.find((state) => state === chosen) ?? null }
}
