/** What came of a submission, and how Slack is told: in the ack while there is time, in a view afterwards. */
import type { ViewOutput, ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { CaseField, Refusal } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { refusalText } from '../refusals/refusal-words.js'
import { button, section } from '../views/blocks.js'
import { confirmPersonalData } from '../views/filing/confirm-personal-data.js'
import { cut } from '../views/cut.js'
import { escapeCut } from '../views/escape.js'
import type { QuestionLabels } from '../views/field-label.js'
import { fieldOfBlock } from '../views/filing/filing-block-ids.js'
import { actionIds } from '../views/ids.js'
import { limits } from '../views/limits.js'
import { problemWords } from '../views/problem-words.js'
import { noticeView, readingView } from '../views/reading-views.js'
import { viewCaseButton } from '../views/cases/view-case-button.js'
import { waitsWords } from '../views/cases/waits-words.js'

export type Outcome = { kind: 'filed'; number: number; /** Who has to approve before it is filed; nobody when it is. */ waitsFor: readonly string[] } | { kind: 'refused'; refusal: Refusal } | { kind: 'failed'; words: string }

export interface Submitted {
  view: ViewOutput
  reader: Reader
  /** The field that takes what belongs to no other. */
  mainField: CaseField
}

/** The ack of a submission that was decided in time. The number itself is told by the outbox. */
export function outcomeInTime(outcome: Outcome, submitted: Submitted): ViewResponseAction {
  const { view, reader } = submitted
  if (outcome.kind === 'filed') return { response_action: 'clear' }
  if (outcome.kind === 'refused' && outcome.refusal.code === 'personal_data') {
    const confirm = confirmPersonalData(view.private_metadata, outcome.refusal, questionLabels(view), reader)
    return view.callback_id === confirm.callback_id ? { response_action: 'update', view: confirm } : { response_action: 'push', view: confirm }
  }
  const errors = errorsAtFields(outcome, submitted)
  if (Object.keys(errors).length === 0) return { response_action: 'update', view: noticeView(outcomeText(outcome, submitted), reader, 'filing.refused_title') }
  return { response_action: 'errors', errors }
}

/** Words by the block ids of the view's own inputs; a problem of a field that is not there stands at the main one, or at the title where that is text. */
function errorsAtFields(outcome: Exclude<Outcome, { kind: 'filed' }>, submitted: Submitted): Record<string, string> {
  const { view, reader, mainField } = submitted
  const inputs = new Map<string, string>((view.blocks ?? []).flatMap((block) => {
    const field = block.type === 'input' && block.block_id ? fieldOfBlock(block.block_id) : null
    return field && block.block_id ? [[field, block.block_id] as const] : []
  }))
  const main = (nobodyToDecide(outcome) && inputs.get('severity')) || (inputs.get(mainField) ?? inputs.get('title'))
  const errors: Record<string, string> = {}
  const put = (blockId: string | undefined, words: string): void => {
    if (blockId) errors[blockId] = cut(errors[blockId] ? `${errors[blockId]}\n${words}` : words, limits.fieldError)
  }
  if (outcome.kind !== 'refused' || outcome.refusal.code !== 'fields') {
    put(main, outcomeText(outcome, submitted))
    return errors
  }
  for (const problem of outcome.refusal.problems) {
    const own = inputs.get(problem.field)
    put(own ?? main, own ? problemWords(problem, reader) : refusalText({ code: 'fields', problems: [problem] }, reader, questionLabels(view)))
  }
  return errors
}

/** It is the severity that asks for somebody's approval. */
function nobodyToDecide(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.refusal.code === 'nobody_to_decide'
}

/** The last state of the *Filing…* view, when the ack was out already. */
export function outcomeAfterwards(outcome: Outcome, submitted: Submitted): ModalView {
  const { view, reader } = submitted
  const say = wordsFor(reader)
  if (outcome.kind === 'filed') {
    const { number, waitsFor } = outcome
    const waits = waitsFor.length > 0
    const words = waits ? `⏳ ${waitsWords('filing.waits_text', number, waitsFor, reader)}` : `✅ ${say('filing.done_text', { number: String(number) })}`
    return readingView(say(waits ? 'filing.waits_title' : 'filing.done_title'), [section(words, viewCaseButton(number, say))], reader)
  }
  const goOn = { type: 'actions' as const, elements: [button({ text: say('filing.continue'), actionId: actionIds.continueDraft, value: view.private_metadata, style: 'primary' })] }
  if (outcome.kind === 'refused' && outcome.refusal.code === 'personal_data') {
    const confirm = confirmPersonalData(view.private_metadata, outcome.refusal, questionLabels(view), reader)
    return { ...confirm, blocks: [...confirm.blocks, goOn] }
  }
  const words = section(`${escapeCut(outcomeText(outcome, submitted), 2500)}\n${say('filing.refused_next')}`)
  return readingView(say('filing.refused_title'), [words, goOn], reader)
}

/** The same where there is no view any more; plain text. */
export function outcomeWords(outcome: Exclude<Outcome, { kind: 'filed' }>, submitted: Submitted): string {
  return `${outcomeText(outcome, submitted)}\n${wordsFor(submitted.reader)('filing.refused_next')}`
}

function outcomeText(outcome: Exclude<Outcome, { kind: 'filed' }>, { view, reader }: Submitted): string {
  return outcome.kind === 'failed' ? outcome.words : refusalText(outcome.refusal, reader, questionLabels(view))
}

/** The questions as the view shows them. */
function questionLabels(view: ViewOutput): QuestionLabels {
  return new Map((view.blocks ?? []).flatMap((block) => {
    const field = block.type === 'input' && block.block_id ? fieldOfBlock(block.block_id) : null
    return 'label' in block && field?.startsWith('question:') ? [[field.slice('question:'.length), block.label.text] as const] : []
  }))
}
