/** Personal data in what was typed into a form of a verb (CASE-2): asking for the reason it stays, and reading it back. */
import type { ViewOutput, ViewResponseAction } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { RefusalOf } from '../../../domain/refused.js'
import { Refused } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import type { Confirmation } from '../../../usecases/confirm-findings.js'
import { openVerb } from '../../../usecases/verbs/open-verb.js'
import type { Acting } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { formBlock } from '../../views/form-blocks.js'
import { callbackIds } from '../../views/ids.js'
import { limits } from '../../views/limits.js'
import { confirmInline, confirmText, inlineBlocks, inlineReasonBlock } from '../../views/verbs/confirm-text.js'
import { formAgain, saidBlock } from '../form-again.js'
import { readForm } from '../read-form.js'
import type { ReadForm } from '../read-form.js'
import { digestOfValues, formValues, keptForm } from './form-values.js'
import { verbKeptText } from './verb-kept.js'
import type { VerbKept } from './verb-kept.js'

export function isConfirm(view: ViewOutput): boolean {
  return view.callback_id === callbackIds.confirmText
}

/** `lost`: why what was typed into the form below is not there any more. */
export type Submitted = { form: ReadForm; confirmation?: Confirmation } | { lost: Refused }

/** What is submitted: of the view that asks for the reason, what was kept of the form below. */
export async function submitted({ edge, view }: SubmitCall, { actor, reader }: Acting, { number, action, asks }: VerbKept): Promise<Submitted> {
  const form = readForm(view)
  if (!isConfirm(view)) {
    const reason = form.text(inlineReasonBlock)
    return asks && reason !== '' ? { form, confirmation: { reason, digest: asks.digest } } : { form }
  }
  try {
    const { kept } = await openVerb(edge.deps, actor, { number, action })
    // Another window of the same person may have kept something else meanwhile: what goes out is what was asked about.
    if (asks && digestOfValues(kept) === asks.typed) return { form: keptForm(kept), confirmation: { reason: form.text(formBlock('reason')), digest: asks.digest } }
    return { lost: new Refused({ code: 'changed_meanwhile', what: wordsFor(reader)('verbs.confirm_outdated') }) }
  } catch (error) {
    if (error instanceof Refused) return { lost: error }
    throw error
  }
}

/** Asks in front of the form, which stays; where no view goes in front of it any more, in the form itself. */
export function askInTime(view: ViewOutput, kept: VerbKept, { findings, digest }: RefusalOf<'personal_data'>, reader: Reader): ViewResponseAction {
  if (isConfirm(view)) {
    const asks = { formId: view.id, typed: '', ...kept.asks, digest }
    return { response_action: 'update', view: confirmText(findings, verbKeptText({ ...kept, asks }), reader) }
  }
  const third = view.previous_view_id !== null && view.previous_view_id !== view.root_view_id
  if (third) return { response_action: 'update', view: askInForm(view, kept, { findings, digest }, reader) }
  const asks = { formId: view.id, digest, typed: digestOfValues(formValues(view)) }
  return { response_action: 'push', view: confirmText(findings, verbKeptText({ ...kept, asks }), reader) }
}

/** The form with the question above its own fields, and all that was typed. */
export function askInForm(view: ViewOutput, kept: VerbKept, { findings, digest }: Pick<RefusalOf<'personal_data'>, 'findings' | 'digest'>, reader: Reader): ModalView {
  const again = formAgain(view, '')
  const own = (again.blocks as KnownBlock[]).filter(({ block_id: id = '' }) => id !== saidBlock && id !== inlineReasonBlock && !id.startsWith(inlineBlocks))
  const blocks = [...confirmInline(findings, reader), ...own].slice(0, limits.viewBlocks)
  return { ...again, blocks, private_metadata: verbKeptText({ ...kept, asks: { formId: view.id, digest, typed: '' } }) }
}
