/** The forms of what the desk says: its own people's, and the one where it is recorded for a desk in a web portal. */
import type { KnownBlock, RadioButtons } from '@slack/types'
import { answerStates, recordedStates } from '../../../domain/desk/answer-states.js'
import type { RecordedState } from '../../../domain/desk/answer-states.js'
import { wordsFor } from '../../../locales/words.js'
import type { Say } from '../../../locales/words.js'
import { context, option, section } from '../blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { formInput } from '../portal/form-input.js'
import { verbFormView, verbText } from '../verbs/verb-form-view.js'
import type { DrawVerb } from '../verbs/verb-look.js'

export const answerForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  return verbFormView(form, look, {
    title: 'cases.do_answer',
    callbackId: callbackIds.answerCase,
    blocks: [verbText('message', actionIds.message, look), stateInput(answerStates, look.before('state'), say), context(say('desk.answer_intro'))],
  })
}

/** The text is pasted from the portal; closing there closes the case here with it as the reason (CASE-9). */
export const recordReplyForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  return verbFormView(form, look, {
    title: 'cases.do_recordReply',
    callbackId: callbackIds.recordReply,
    blocks: [section(say('desk.record_intro')), verbText('message', actionIds.message, look, say('desk.record_hint')), stateInput(recordedStates, look.before('state'), say)],
  })
}

/** What an answer makes of the case, with a word on what each does; at first that it is an answer. */
function stateInput(states: readonly RecordedState[], before: string | undefined, say: Say): KnownBlock {
  const options = states.map((state) => option(state, say(`desk.answer_${state}`), say(`desk.answer_${state}_does`)))
  const initial = options.find(({ value }) => value === before) ?? options[0]!
  const element: RadioButtons = { type: 'radio_buttons', action_id: actionIds.state, options, initial_option: initial }
  return formInput('state', element, say)
}
