import type { KnownBlock } from '@slack/types'
import type { CaseList, CaseRow, LockedRow } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { accessWords } from '../access/access-words.js'
import { button, context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { severityWords, stateWords } from './case-words.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { viewCaseButton } from './view-case-button.js'

export interface CaseListLook {
  reader: Reader
  domain: string
  /** The filters as they were typed; empty for all. */
  filters: string
  /** Button values that bring this list's other pages; null: there is none, or it does not fit into a button. */
  nextPage: string | null
  firstPage: string | null
}

/** A page of cases, newest update first, for the one who asked. */
export function caseListMessage(list: CaseList, look: CaseListLook): Message {
  const { reader, domain } = look
  const say = wordsFor(reader)
  const filters = escapeLine(look.filters, 200)
  const title = filters ? say('cases.list_title_filtered', { domain: escapeLine(domain, 200), filters }) : say('cases.list_title', { domain: escapeLine(domain, 200) })
  if (list.rows.length === 0) return emptyList(title, filters, look)
  const buttons = [
    ...(look.firstPage === null ? [] : [button({ text: say('cases.list_first'), actionId: actionIds.listPage, value: look.firstPage })]),
    ...(look.nextPage === null ? [] : [button({ text: say('cases.list_next'), actionId: actionIds.listPage, value: look.nextPage })]),
  ]
  return {
    text: [title, ...list.rows.map((row) => rowText(row, reader).replaceAll('\n', ' · ')), ...(list.next === null ? [say('cases.list_end')] : [])].join('\n'),
    blocks: [
      section(`*${title}*\n${say('cases.list_order')}`),
      ...caseRows(list, reader),
      ...(list.next === null ? [context(say('cases.list_end'))] : []),
      ...pageButtons(buttons),
    ],
  }
}

const pageButtons = (buttons: ReturnType<typeof button>[]): KnownBlock[] =>
  // Two buttons of one block need two ids, two blocks do not.
  buttons.map((each) => ({ type: 'actions', elements: [each] }))

export function caseRows(list: CaseList, reader: Reader): KnownBlock[] {
  const say = wordsFor(reader)
  return list.rows.map((row) => section(rowText(row, reader), row.locked ? undefined : viewCaseButton(row.number, say)))
}

function rowText(row: CaseRow | LockedRow, reader: Reader): string {
  const say = wordsFor(reader)
  const customer = escapeLine(row.customerName, 150)
  if (row.locked) return `*#${row.number}* · ${customer}\n${say('cases.list_locked', { reason: escapeCut(accessWords(row.block, reader), 400) })}`
  const owner = row.ownerName === null ? say('cases.nobody') : escapeLine(row.ownerName, 100)
  const facts = say('cases.list_row', {
    severity: severityWords(row.severity, say), state: stateWords(row.state, say), owner, at: slackDate(row.updatedAt, reader),
  })
  return `*#${row.number} · ${escapeLine(row.title, 250)}*\n${customer} · ${facts}`
}

function emptyList(title: string, filters: string, look: CaseListLook): Message {
  const say = wordsFor(look.reader)
  const words = look.firstPage !== null ? say('cases.list_empty_page') : filters ? say('cases.list_empty_filtered', { filters }) : say('cases.list_empty')
  return {
    text: `${title}\n${words}`,
    blocks: [
      section(`*${title}*\n${words}`),
      { type: 'actions', elements: [button({ text: say('home.file_case'), actionId: actionIds.openFiling, value: 'list', style: 'primary' })] },
    ],
  }
}
