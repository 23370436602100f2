import type { KnownBlock, ModalView } from '@slack/types'
import type { VerbForm } from '../../../domain/cases/verb-form.js'
import type { FormField } from '../../../domain/form-problem.js'
import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { context, plain, section } from '../blocks.js'
import { severityWords, stateWords } from '../cases/case-words.js'
import { escapeLine } from '../escape.js'
import { textInput } from '../filing/input-block.js'
import type { actionIds } from '../ids.js'
import { limits } from '../limits.js'
import { formInput } from '../portal/form-input.js'
import { readingView } from '../reading-views.js'
import type { VerbLook } from './verb-look.js'

export interface VerbParts {
  title: MessageKey
  callbackId: string
  blocks: KnownBlock[]
}

/** The form of a verb under the case it is about; it tells when it is closed, so that what was typed is kept. */
export function verbFormView(form: VerbForm, look: VerbLook, { title, callbackId, blocks }: VerbParts): ModalView {
  const say = wordsFor(look.reader)
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: look.kept,
    title: plain(say(title), limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    notify_on_close: true,
    blocks: [verbHead(form, look), ...(look.fromBefore ? [context(say('verbs.kept_before'))] : []), ...blocks].slice(0, limits.viewBlocks),
  }
}

/** In the place of a form that there is nothing to fill in of. `text` is mrkdwn. */
export function verbNotice(form: VerbForm, look: VerbLook, title: MessageKey, text: string): ModalView {
  return readingView(wordsFor(look.reader)(title), [verbHead(form, look), section(text)], look.reader)
}

/** Which case it is. */
export function verbHead({ number, title, customerName, state, severity }: VerbForm, { reader }: VerbLook): KnownBlock {
  const say = wordsFor(reader)
  const facts = say('verbs.head', { customer: escapeLine(customerName, 150), state: stateWords(state, say), severity: severityWords(severity, say) })
  return section(`*#${number} · ${escapeLine(title, 300)}*\n${facts}`)
}

/** A long text, with what stands in it beforehand. It is kept as it is typed. */
export function verbText(field: FormField, actionId: (typeof actionIds)[keyof typeof actionIds], look: VerbLook, hint?: string): KnownBlock {
  const element = textInput({ actionId, maxLength: limits.textInput, multiline: true, value: look.before(field) })
  return formInput(field, element, wordsFor(look.reader), { dispatch: true, ...(hint !== undefined && { hint }) })
}
