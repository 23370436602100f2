import type { ModalView } from '@slack/types'
import type { RecordGrantForm } from '../../../domain/access/access-answers.js'
import type { AccessSubject } from '../../../domain/access/access-refusal.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { option, plain, section } from '../blocks.js'
import { escapeCut, escapeLine } from '../escape.js'
import { input } from '../filing/input-block.js'
import { formBlock } from '../form-blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'
import { subjectWords } from './access-subject.js'
import { namesListed, oneLine } from './names.js'

/** Asks what was granted elsewhere and what shows it; `private_metadata` is the customer's id. `chosen`: a choice's value. */
export function recordGrantForm(form: RecordGrantForm, chosen: string | null, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const customer = escapeLine(form.customer, 200)
  if (form.choices.length === 0) return readingView(say('access.record_title'), [section(say('access.record_nothing', { customer }))], reader)
  const options = form.choices.slice(0, limits.options).map(({ value, subject }) => (subject.what === 'switch'
    ? option(value, say('access.record_switch'), say('access.record_switch_more'))
    : option(value, subject.skuName, say('access.record_sku_more'))))
  const initial = options.find(({ value }) => value === chosen) ?? (options.length === 1 ? options[0] : undefined)
  return {
    type: 'modal',
    callback_id: callbackIds.recordGrant,
    title: plain(say('access.record_title'), limits.viewTitle),
    submit: plain(say('access.record_submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    private_metadata: String(form.customerId),
    blocks: [
      section(say('access.record_intro', { customer })),
      input({
        blockId: formBlock('subscription'),
        label: say('access.record_subscription'),
        element: {
          type: 'static_select',
          action_id: actionIds.subscription,
          placeholder: plain(say('access.record_placeholder'), limits.placeholder),
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      }),
      input({
        blockId: formBlock('evidence'),
        label: say('access.record_evidence'),
        hint: say('access.record_hint'),
        element: { type: 'plain_text_input', action_id: actionIds.evidence, multiline: true, max_length: limits.textInput },
      }),
    ],
  }
}

export interface RecordedGrant {
  customer: string
  subject: AccessSubject
  asked: string[]
}

/** Whom it waits for; plain. */
export function grantRecordedWords({ customer, subject, asked }: RecordedGrant, reader: Reader): string {
  const say = wordsFor(reader)
  const told = { people: namesListed(asked, reader), count: asked.length, subject: subjectWords(subject, say), customer: oneLine(customer, 200) }
  return say('access.record_done', told)
}

export function grantRecorded(recorded: RecordedGrant, reader: Reader): ModalView {
  return readingView(wordsFor(reader)('access.record_title'), [section(`✅ ${escapeCut(grantRecordedWords(recorded, reader), 2900)}`)], reader)
}
