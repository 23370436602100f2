import { wordsFor } from '../../../locales/words.js'
import { sizeWords } from '../cases/case-words.js'
import { actionIds, callbackIds } from '../ids.js'
import { formInput } from '../portal/form-input.js'
import { verbFormView } from '../verbs/verb-form-view.js'
import type { DrawVerb } from '../verbs/verb-look.js'

/** What Slack's file input takes. */
const mostFiles = 10
const mostBytes = 10 * 1024 * 1024

/** Files for a case. A file input cannot be filled in beforehand, so nothing of an earlier try stands in it. */
export const attachForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  const hint = say('files.attach_hint', { count: mostFiles, size: sizeWords(mostBytes, look.reader.locale, say) })
  return verbFormView(form, { ...look, fromBefore: false }, {
    title: 'cases.do_attach',
    callbackId: callbackIds.attachFiles,
    blocks: [formInput('attachments', { type: 'file_input', action_id: actionIds.attachments, max_files: mostFiles }, say, { hint })],
  })
}
