import type { ActionsBlock, KnownBlock } from '@slack/types'
import { mostCounted } from '../../../domain/desk/queue.js'
import type { QueuePage, QueueRow } from '../../../domain/desk/queue.js'
import { shownClock } from '../../../domain/clocks/response-clock.js'
import { severities } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import { caseButton } from '../cases/case-buttons.js'
import { clockWords } from '../cases/case-clocks.js'
import { severityWords, stateWords } from '../cases/case-words.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { queueBlockId } from './queue-place.js'

/** The desk's queue, for its command and its App Home alike. `after`: where the page begins, so that it can be drawn anew. */
export function queueBlocks(page: QueuePage, reader: Reader, after?: string): KnownBlock[] {
  const say = wordsFor(reader)
  return [
    section(`*${queueTitle(page, reader)}*\n${countsLine(page, reader)}`),
    ...(page.rows.length === 0 ? [section(say(page.mine ? 'desk.taken_empty' : 'desk.queue_empty'))] : []),
    ...page.rows.flatMap((row) => rowBlocks(row, page, reader, after)),
    ...(page.rows.length > 0 && !page.mine ? [context(say('desk.queue_order'))] : []),
  ]
}

export function queueTitle({ mine }: QueuePage, reader: Reader): string {
  return wordsFor(reader)(mine ? 'desk.taken_title' : 'desk.queue_title')
}

function countsLine({ counts }: QueuePage, reader: Reader): string {
  const say = wordsFor(reader)
  const waiting = severities.filter((severity) => counts[severity] > 0)
  if (waiting.length === 0) return say('desk.queue_none')
  return waiting.map((severity) => say('desk.queue_count', {
    severity: severityWords(severity, say), count: counts[severity], more: counts[severity] >= mostCounted ? '+' : '',
  })).join(' · ')
}

function rowBlocks(row: QueueRow, { mine, at }: QueuePage, reader: Reader, after: string | undefined): KnownBlock[] {
  const say = wordsFor(reader)
  const { number, deskOwnerName } = row
  const buttons: ActionsBlock = {
    type: 'actions',
    block_id: queueBlockId({ number, mine, after }),
    elements: [...(deskOwnerName === null ? [caseButton(number, 'deskTake', say)] : []), caseButton(number, 'answer', say)],
  }
  return [section(rowText(row, at, reader), viewCaseButton(number, say)), buttons]
}

export function rowText({ number, title, customerName, severity, state, escalated, deskOwnerName, deskSince, clock }: QueueRow, now: Date, reader: Reader): string {
  const say = wordsFor(reader)
  const shown = shownClock(clock, now)
  return [
    `*#${number} · ${escapeLine(title, 250)}*`,
    [severityWords(severity, say), ...(escalated ? [`🚨 ${say('cases.escalated_mark')}`] : []), stateWords(state, say), escapeLine(customerName, 150)].join(' · '),
    [
      deskSince === null ? say('desk.waits_for_team') : say('desk.waits_since', { since: slackDate(deskSince, reader) }),
      deskOwnerName === null ? say('desk.untaken') : say('desk.taken_by', { name: escapeLine(deskOwnerName, 100) }),
    ].join(' · '),
    ...(shown ? [clockWords(shown, reader)] : []),
  ].join('\n')
}
