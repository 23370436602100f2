import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import type { FileDone } from '../../../usecases/files/file-verb.js'
import { openFile } from '../../../usecases/files/open-file.js'
import { requestRemoval } from '../../../usecases/files/request-removal.js'
import { acting } from '../../handle.js'
import type { ActionCall, OnSubmit } from '../../listeners.js'
import { openLight, triggerOf } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { removalForm } from '../../views/files/release-form.js'
import { doneView } from '../../views/verbs/verb-done.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { openedFrom, readFileKept } from './file-kept.js'

/** *Request removal* at a file that was handed out: asks for the reason. */
export function openRemoval(call: ActionCall, attachmentId: string): Promise<void> {
  return openLight(call, triggerOf(call), 'files.removal_title', async () => {
    const { actor, reader } = await acting(call)
    return removalForm(await openFile(call.edge.deps, actor, { attachmentId, action: 'requestRemoval' }), JSON.stringify(openedFrom(call, attachmentId)), reader)
  })
}

/** *Submit*: the desk is asked (CASE-4). */
export const submitRemoval: OnSubmit = (call) => {
  const { view, edge } = call
  const { attachmentId } = readFileKept(view)
  const reason = readForm(view).text(formBlock('reason'))
  return submitForm(call, {
    main: 'reason',
    decide: ({ actor }) => requestRemoval(edge.deps, actor, { attachmentId, reason, deliveryKey: `view:${view.id}` }),
    said: asked,
    done: (done, reader) => ({ response_action: 'update', view: doneView(`✅ ${asked(done, reader)}`, reader) }),
  })
}

function asked({ name, number, waitsFor }: FileDone, reader: Reader): string {
  const say = wordsFor(reader)
  if (waitsFor.length === 0) return say('files.removal_asked_nobody', { name, number: String(number) })
  const people = new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'disjunction' }).format(waitsFor.slice(0, 5))
  return say('files.removal_asked', { name, number: String(number), people })
}
