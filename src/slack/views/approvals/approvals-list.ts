import type { KnownBlock } from '@slack/types'
import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { ago, slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { reviewButton } from './approval-buttons.js'
import { approvalNames, approvalStanding, askedNames, markedHeadline } from './approval-words.js'

export interface ShownList {
  list: 'waiting' | 'asked'
  rows: ApprovalValue[]
  /** Button value that brings the list's next page; null: there is none. */
  nextPage: string | null
  /** Some page before this one was shown. */
  later: boolean
}

export interface ApprovalsLook {
  reader: Reader
  now: Date
  /** The signed-in account's. */
  domain: string
  /** Button value that brings the beginning; null on the beginning itself. */
  firstPage: string | null
}

/** What waits for the reader and what the reader asked for, or one of the two. */
export function approvalsMessage(lists: ShownList[], look: ApprovalsLook): Message {
  const say = wordsFor(look.reader)
  const first = look.firstPage === null ? [] : [button({ text: say('approvals.list_first'), actionId: actionIds.approvalsPage, value: look.firstPage })]
  return {
    text: lists.map((list) => [heading(list, look), ...textRows(list, look)].join('\n')).join('\n\n'),
    blocks: [
      ...lists.flatMap((list, i) => [...(i > 0 ? [{ type: 'divider' as const }] : []), ...listBlocks(list, look)]),
      ...(first.length > 0 ? [{ type: 'actions' as const, elements: first }] : []),
      context(say('approvals.list_hint')),
    ],
  }
}

const heading = ({ list }: ShownList, look: ApprovalsLook): string => `${wordsFor(look.reader)(`approvals.list_${list}`)} · ${escapeLine(look.domain, 200)}`

function listBlocks(list: ShownList, look: ApprovalsLook): KnownBlock[] {
  const say = wordsFor(look.reader)
  const rows = list.rows.map((approval) => section(`${markedHeadline(approval, look.reader)}\n${rowFacts(list.list, approval, look)}`, reviewButton(approval, look.reader)))
  return [
    section(`*${heading(list, look)}*${rows.length === 0 ? `\n${emptyWords(list, say)}` : ''}`),
    ...rows,
    ...(list.nextPage === null ? [] : [{ type: 'actions' as const, elements: [button({ text: say(`approvals.list_more_${list.list}`), actionId: actionIds.approvalsPage, value: list.nextPage })] }]),
  ]
}

function textRows(list: ShownList, look: ApprovalsLook): string[] {
  if (list.rows.length === 0) return [emptyWords(list, wordsFor(look.reader))]
  return list.rows.map((approval) => `${markedHeadline(approval, look.reader).replaceAll('*', '')}: ${rowFacts(list.list, approval, look)}`)
}

const emptyWords = ({ list, later }: ShownList, say: Say): string => say(later ? 'approvals.list_page_empty' : `approvals.list_${list}_empty`)

function rowFacts(list: ShownList['list'], approval: ApprovalValue, { reader, now }: ApprovalsLook): string {
  const say = wordsFor(reader)
  if (approval.state !== 'PENDING') return approvalStanding(approval, reader)
  const asked = askedNames(approval, reader)
  const told = { ago: ago(approval.createdAt, now, languageOf(reader.locale)), requester: approvalNames(approval).requester }
  return [
    list === 'waiting' ? say('approvals.list_row_waiting', told) : say('approvals.list_row_asked', told),
    ...(list === 'asked' && asked ? [say('approvals.list_row_names', { names: asked })] : []),
    ...(approval.expiresAt === null ? [] : [say('approvals.list_row_until', { at: slackDate(approval.expiresAt, reader) })]),
  ].join(' · ')
}
