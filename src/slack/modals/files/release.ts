import { wordsFor } from '../../../locales/words.js'
import { openFile } from '../../../usecases/files/open-file.js'
import { releaseFile } from '../../../usecases/files/release-file.js'
import { acting } from '../../handle.js'
import type { ActionCall, OnSubmit } from '../../listeners.js'
import { openLight, triggerOf } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { releaseForm } from '../../views/files/release-form.js'
import { doneView } from '../../views/verbs/verb-done.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { afterFile } from './after-file.js'
import { openedFrom, readFileKept } from './file-kept.js'

/** *Release* at a file that is held back: asks for the reason. */
export function openRelease(call: ActionCall, attachmentId: string): Promise<void> {
  return openLight(call, triggerOf(call), 'files.release_title', async () => {
    const { actor, reader } = await acting(call)
    return releaseForm(await openFile(call.edge.deps, actor, { attachmentId, action: 'release' }), JSON.stringify(openedFrom(call, attachmentId)), reader)
  })
}

/** *Submit*: the file is handed out, for a reason that is recorded (CASE-2). */
export const submitRelease: OnSubmit = (call) => {
  const { view, edge } = call
  const kept = readFileKept(view)
  const reason = readForm(view).text(formBlock('reason'))
  return submitForm(call, {
    main: 'reason',
    decide: ({ actor }) => releaseFile(edge.deps, actor, { attachmentId: kept.attachmentId, reason, deliveryKey: `view:${view.id}` }),
    said: ({ name, number }, reader) => wordsFor(reader)('files.released', { name, number: String(number) }),
    done: ({ name, number }, reader) => (kept.under === undefined && !kept.message
      ? { response_action: 'update', view: doneView(`✅ ${wordsFor(reader)('files.released', { name, number: String(number) })}`, reader) }
      : undefined),
    followUp: (done, who) => afterFile(call, who, kept, done, 'RELEASED'),
  })
}
