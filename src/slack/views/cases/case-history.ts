import type { KnownBlock, ModalView } from '@slack/types'
import type { HistoryEntry, HistoryPage } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button, context, section } from '../blocks.js'
import { slackDate } from '../dates.js'
import { cut } from '../cut.js'
import { escapeCut, escapeLine } from '../escape.js'
import { entryAuthor, entryLine, quoted } from './history-words.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'

/** Of a section's 3000, with room for the head and the marks of a quotation. */
const longestText = 2000

/** Entries, newest first, each in one section. */
export function entryBlocks(entries: readonly HistoryEntry[], reader: Reader, textMax = longestText): KnownBlock[] {
  return entries.map((entry) => section(entryText(entry, reader, textMax)))
}

function entryText(entry: HistoryEntry, reader: Reader, textMax: number): string {
  const say = wordsFor(reader)
  const look = { reader, named: true }
  const mark = entry.internal ? `🔒 *${say('cases.history_internal')}* · ` : entry.kind === 'TARGET' ? '⏱️ ' : ''
  // The mark says already what a note is.
  const head = `${mark}${entry.internal && entry.kind === 'NOTE' ? `*${entryAuthor(entry, reader)}*` : entryLine(entry, look)}`
  const kept = entry.data?.confirmed
  return [
    `${cut(head, 750)} · ${slackDate(entry.at, reader)}`,
    ...(entry.text === null || entry.text.trim() === '' ? [] : [cut(quoted(entry.text, textMax), limits.section - 1100)]),
    ...(kept ? [`_${say('cases.history_kept', { reason: escapeCut(kept.reason.replace(/\s+/g, ' '), 150) })}_`] : []),
  ].join('\n')
}

/** Where a page of a history is opened again: its case, and the last entry of the page before. */
export const historyPageValue = (number: number, after?: number): string => JSON.stringify({ number, ...(after !== undefined && { after }) })

/** A page of the whole history. `after`: what the page before ended with; left out on the first. */
export function historyView(page: HistoryPage, reader: Reader, after?: number): ModalView {
  const say = wordsFor(reader)
  const { number, title, entries, next } = page
  const turn = (text: string, value: string): KnownBlock => ({ type: 'actions', elements: [button({ text, actionId: actionIds.caseHistoryPage, value })] })
  return readingView(say('cases.history_title', { number: String(number) }), [
    section(say('cases.history_of', { number: String(number), title: escapeLine(title, 300) })),
    ...(entries.length === 0 ? [context(say('cases.history_none'))] : entryBlocks(entries, reader)),
    ...(after === undefined ? [] : [turn(say('cases.history_newest'), historyPageValue(number))]),
    ...(next === null ? [] : [turn(say('cases.history_older'), historyPageValue(number, next))]),
  ], reader)
}
