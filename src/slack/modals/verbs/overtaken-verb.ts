import type { ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { MeanwhileEntry } from '../../../domain/cases/case-change.js'
import type { RefusalOf } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { refusalWords } from '../../refusals/refusal-words.js'
import { entryLine, quoted } from '../../views/cases/history-words.js'
import { cut } from '../../views/cut.js'
import { slackDate } from '../../views/dates.js'
import { formAgain } from '../form-again.js'
import { verbKeptText } from './verb-kept.js'
import type { VerbKept } from './verb-kept.js'

/** Characters of what somebody wrote meanwhile, of five entries in one section. */
const mostOfText = 150
const mostOfEntry = 370
/** Of when it was, which is not cut: half of a date would be shown as it is written. */
const mostOfDate = 100

/** A form whose case somebody else changed first (CASE-8): what came since above all that was typed, and it goes on from there. */
export function overtakenVerb(view: ViewOutput, kept: VerbKept, refusal: RefusalOf<'case_changed'>, reader: Reader): ModalView {
  // What to do next is said once, by the line above what came.
  const lines = [wordsFor(reader)('verbs.changed'), ...refusal.entries.map((entry) => entryText(entry, reader))]
  return { ...formAgain(view, `⚠️ ${refusalWords(refusal, reader).rule}`, lines), private_metadata: verbKeptText({ ...kept, seen: refusal.seen }) }
}

function entryText(entry: MeanwhileEntry, reader: Reader): string {
  const head = `${cut(`• ${entryLine(entry, { reader, named: false })}`, mostOfEntry - mostOfText - mostOfDate)} · ${slackDate(entry.at, reader)}`
  return entry.text === null || entry.text.trim() === '' ? head : `${head}\n${cut(quoted(entry.text, mostOfText - 40), mostOfText)}`
}
