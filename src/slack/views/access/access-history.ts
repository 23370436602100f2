import type { KnownBlock } from '@slack/types'
import type { AccessHistory } from '../../../domain/access/access-answers.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button, context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { cut } from '../cut.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'
import { changeWords } from './access-subject.js'

/** What a button that turns the pages brings back. */
export interface HistoryPage {
  customerId: number
  /** The last row of the page before; none for the newest page. */
  after?: number
}

/** A page of the ledger, newest first (ACCESS-5), for the one who asked. */
export function accessHistory(history: AccessHistory, page: HistoryPage, reader: Reader): Message {
  const say = wordsFor(reader)
  const title = `*${say('access.history_title', { customer: escapeLine(history.customer, 200) })}*`
  const rows = history.rows.map((row) => rowText(row, reader))
  const none = rows.length > 0 ? [] : [page.after === undefined ? say('access.history_empty', { customer: escapeLine(history.customer, 200) }) : say('access.history_empty_page')]
  const end = rows.length > 0 && history.next === null ? [say('access.history_end')] : []
  const { customerId } = history
  return {
    text: cut([title, ...none, ...rows.map((row) => row.replaceAll('\n', ' · ')), ...end].join('\n'), limits.messageText),
    blocks: [
      section([title, ...none].join('\n')),
      ...rows.map((row) => section(row)),
      ...(end.length > 0 ? [context(...end)] : []),
      ...(page.after === undefined ? [] : [pageButton(say('access.history_newest'), { customerId })]),
      ...(history.next === null ? [] : [pageButton(say('access.history_older'), { customerId, after: history.next })]),
    ],
  }
}

/** Two buttons of one block would need two ids, two blocks do not. */
function pageButton(text: string, page: HistoryPage): KnownBlock {
  return { type: 'actions', elements: [button({ text, actionId: actionIds.historyPage, value: JSON.stringify(page) })] }
}

type Row = AccessHistory['rows'][number]

/** Ten of them and their words fit into a message. */
function rowText(row: Row, reader: Reader): string {
  const say = wordsFor(reader)
  const by = say('access.history_by', { at: slackDate(row.at, reader), by: escapeLine(row.by, 100), basis: say(`access.basis_${row.basis}`) })
  const later = row.effectiveAt > row.at ? ` · ${say('access.history_effective', { at: slackDate(row.effectiveAt, reader) })}` : ''
  const evidence = row.evidence === null ? [] : [say('access.history_evidence', { evidence: escapeCut(row.evidence.replaceAll(/\s+/gu, ' '), 300) })]
  return [`*${changeWords(row.change, row.subject, say)}*`, `${by}${later}`, ...evidence].join('\n')
}
