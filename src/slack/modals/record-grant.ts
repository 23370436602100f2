import type { RecordGrantForm } from '../../domain/access/access-answers.js'
import { openRecordGrant } from '../../usecases/access/open-record-grant.js'
import { recordGrant } from '../../usecases/access/record-grant.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import type { SubmitCall } from '../listeners.js'
import { openLight } from '../open-view.js'
import type { Trigger } from '../open-view.js'
import { readCustomerId } from '../payloads.js'
import { grantRecorded, grantRecordedWords, recordGrantForm } from '../views/access/record-grant.js'
import { formBlock } from '../views/form-blocks.js'
import { readForm } from './read-form.js'
import { submitForm } from './submit-form.js'

export interface ToRecord {
  /** Words, or an id from a button. */
  customer: string | number
  /** Words of the subscription to choose beforehand. */
  subscription?: string
}

/** Opens *Record a grant*: the light view at once, the form once it is known what can be recorded. */
export function openRecordGrantModal(call: Call, trigger: Trigger, { customer, subscription }: ToRecord): Promise<void> {
  return openLight(call, trigger, 'access.record_title', async () => {
    const { actor, reader } = await acting(call)
    const form = await openRecordGrant(call.edge.deps, actor, { customer })
    return recordGrantForm(form, subscription === undefined ? null : choiceNamed(form, subscription), reader)
  })
}

/** The only choice that has the words in its name; people choose for themselves among several. */
function choiceNamed({ choices }: RecordGrantForm, words: string): string | null {
  const wanted = words.normalize('NFKC').toLowerCase()
  const found = choices.filter(({ subject }) => subject.what === 'subscription' && subject.skuName.normalize('NFKC').toLowerCase().includes(wanted))
  return found.length === 1 ? found[0]!.value : null
}

/** *Submit* of *Record a grant*: another manager is asked to approve it. */
export function submitRecordGrant(call: SubmitCall): Promise<void> {
  const { view } = call
  const form = readForm(view)
  const input = {
    customerId: readCustomerId(view.private_metadata),
    choice: form.chosen(formBlock('subscription'))[0] ?? '',
    evidence: form.text(formBlock('evidence')),
  }
  return submitForm(call, {
    main: 'subscription',
    decide: ({ actor }) => recordGrant(call.edge.deps, actor, { ...input, deliveryKey: `view:${view.id}` }),
    said: (recorded, reader) => grantRecordedWords(recorded, reader),
    done: (recorded, reader) => ({ response_action: 'update', view: grantRecorded(recorded, reader) }),
  })
}
