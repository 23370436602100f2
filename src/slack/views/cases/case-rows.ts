import type { KnownBlock } from '@slack/types'
import type { CaseList, CaseRow, LockedRow } from '../../../domain/cases/case-view.js'
import { shownClock } from '../../../domain/clocks/response-clock.js'
import type { OrganizationKind } from '../../../domain/words.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { accessWords } from '../access/access-words.js'
import { section } from '../blocks.js'
import { ago, slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { severityWords, stateWords } from './case-words.js'
import { viewCaseButton } from './view-case-button.js'

export interface RowLook {
  reader: Reader
  now: Date
  /** Of what the reader's organization is: who has to do something is said from there. */
  organizationKind: OrganizationKind
}

export function caseRows({ rows }: Pick<CaseList, 'rows'>, look: RowLook): KnownBlock[] {
  return rows.map((row) => caseRowBlock(row, look))
}

/** A row with its button; a locked one has none. */
export function caseRowBlock(row: CaseRow | LockedRow, look: RowLook): KnownBlock {
  return section(rowText(row, look), row.locked ? undefined : viewCaseButton(row.number, wordsFor(look.reader)))
}

export function rowText(row: CaseRow | LockedRow, look: RowLook): string {
  const { reader, now } = look
  const say = wordsFor(reader)
  const customer = escapeLine(row.customerName, 150)
  if (row.locked) return `*#${row.number}* · ${customer}\n${say('cases.list_locked', { reason: escapeCut(accessWords(row.block, reader), 400) })}`
  const owner = row.ownerName === null ? say('cases.nobody') : escapeLine(row.ownerName, 100)
  const times = say('lists.row_times', { filed: ago(row.filedAt, now, languageOf(reader.locale)), updated: ago(row.updatedAt, now, languageOf(reader.locale)) })
  return [
    `*#${row.number} · ${escapeLine(row.title, 250)}*`,
    `${customer} · ${severityWords(row.severity, say)} · ${stateWords(row.state, say)} · ${say('lists.row_owner', { owner })}`,
    [...rowMarks(row, look), times].join(' · '),
  ].join('\n')
}

/** What waits, and for whom. */
function rowMarks(row: CaseRow, { reader, now, organizationKind }: RowLook): string[] {
  const say = wordsFor(reader)
  const clock = shownClock(row.clock, now)
  const running = clock?.how === 'running' && (row.state === 'NEW' || row.state === 'IN_PROGRESS') ? clock : null
  return [
    ...(row.state === 'ACTION_REQUIRED' ? [`*${say(`lists.waits_${organizationKind}`)}*`] : []),
    ...(row.state === 'SOLUTION_PROVIDED' ? [`*${say(`lists.proposed_${organizationKind}`)}*`] : []),
    ...(row.escalated ? [`🔺 ${say('cases.escalated_mark')}`] : []),
    ...(running ? [running.passed ? `⏰ *${say('lists.was_due', { at: slackDate(running.at, reader) })}*` : `⏱️ ${say('lists.due', { at: slackDate(running.at, reader) })}`] : []),
    ...(row.portalWaits === null ? [] : [`📤 ${say(`lists.portal_${row.portalWaits}`)}`]),
  ]
}
