import { wordsFor } from '../../../locales/words.js'
import { attachFiles } from '../../../usecases/files/attach-files.js'
import type { Call } from '../../handle.js'
import type { OnSubmit } from '../../listeners.js'
import type { Trigger } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { openVerbModal } from '../verbs/open-verb.js'
import type { VerbToOpen } from '../verbs/open-verb.js'
import { submitVerb } from '../verbs/submit-verb.js'

/** Opens *Attach*: files for a case. `from`: where it was asked for. */
export function openAttachModal(call: Call, trigger: Trigger, number: number, from: Pick<VerbToOpen, 'from' | 'under'> = {}): Promise<void> {
  return openVerbModal(call, trigger, { number, action: 'attach', ...from })
}

/** *Submit* of *Attach*: the files are checked before anybody else gets them (CASE-2). */
export const submitAttach: OnSubmit = (call) => submitVerb(call, {
  action: 'attach', main: 'attachments',
  read: (form) => form.files(formBlock('attachments')),
  decide: ({ actor }, files, verb) => attachFiles(call.edge.deps, actor, { ...verb, files }),
  said: ({ number }, reader) => wordsFor(reader)('files.attached', { number: String(number) }),
})
