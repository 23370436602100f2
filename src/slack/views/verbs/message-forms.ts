/** The forms of one long text: to the desk, among colleagues, at the end and at a new beginning. */
import { wordsFor } from '../../../locales/words.js'
import { clockDate } from '../dates.js'
import { context, section } from '../blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { verbFormView, verbText } from './verb-form-view.js'
import type { DrawVerb } from './verb-look.js'

export const replyForm: DrawVerb = (form, look) => verbFormView(form, look, {
  title: 'cases.do_reply',
  callbackId: callbackIds.replyToDesk,
  blocks: [verbText('message', actionIds.message, look), context(wordsFor(look.reader)('verbs.reply_intro'))],
})

/** After a proposed solution: what is still wrong. */
export const notSolvedForm: DrawVerb = (form, look) => verbFormView(form, look, {
  title: 'cases.do_notSolved',
  callbackId: callbackIds.replyToDesk,
  blocks: [section(wordsFor(look.reader)('verbs.not_solved_intro')), verbText('message', actionIds.message, look)],
})

/** Says beforehand who reads it (SCOPE-6). */
export const noteForm: DrawVerb = (form, look) => verbFormView(form, look, {
  title: 'cases.do_note',
  callbackId: callbackIds.addNote,
  blocks: [section(wordsFor(look.reader)('verbs.note_intro')), verbText('message', actionIds.message, look)],
})

export const closeForm: DrawVerb = (form, look) => verbFormView(form, look, {
  title: 'cases.do_close',
  callbackId: callbackIds.closeCase,
  blocks: [section(wordsFor(look.reader)('verbs.close_intro')), verbText('reason', actionIds.reason, look, wordsFor(look.reader)('verbs.close_hint'))],
})

/** Names the deadline (CASE-6). */
export const reopenForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  return verbFormView(form, look, {
    title: 'cases.do_reopen',
    callbackId: callbackIds.reopenCase,
    blocks: [
      ...(form.reopenUntil ? [section(say('verbs.reopen_intro', { until: clockDate(form.reopenUntil, look.reader) }))] : []),
      verbText('reason', actionIds.reason, look, say('verbs.reopen_hint')),
    ],
  })
}
