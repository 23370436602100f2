import type { KnownBlock } from '@slack/types'
import type { HomeValue, HomeWait } from '../../../domain/home.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import { approvalNames, markedHeadline } from '../approvals/approval-words.js'
import { reviewButton } from '../approvals/approval-buttons.js'
import { context, section } from '../blocks.js'
import { severityWords } from '../cases/case-words.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { ago } from '../dates.js'
import { escapeLine } from '../escape.js'
import type { HomeLook } from './home-look.js'

/** What waits for the reader, each with a button; nothing when nothing does. */
export function waitsPart(home: HomeValue, look: HomeLook): KnownBlock[] {
  const say = wordsFor(look.reader)
  if (home.waits.length === 0 && home.waiting === 0) return []
  const left = home.waiting - home.approvals.length
  return [
    { type: 'divider' },
    section(`*${say('home.waits')}*`),
    ...home.waits.map((wait) => waitBlock(wait, home, look)),
    ...(home.moreWaits ? [context(say('home.waits_more'))] : []),
    ...home.approvals.map((approval) => {
      const asked = say('approvals.list_row_waiting', { ago: ago(approval.createdAt, look.now, languageOf(look.reader.locale)), requester: approvalNames(approval).requester })
      return section(`${markedHeadline(approval, look.reader)}\n${asked}`, reviewButton(approval, look.reader))
    }),
    ...(left > 0 ? [context(say('home.approvals_more', { count: left }))] : []),
  ]
}

const marks = { overdue: '⏰', asks: '🙋', proposed: '💡', portal: '📤', held: '🔒' } as const satisfies Record<HomeWait['why'], string>

function waitBlock({ why, row, file = '' }: HomeWait, { account }: HomeValue, { reader, now }: HomeLook): KnownBlock {
  const say = wordsFor(reader)
  const facts = [
    escapeLine(row.customerName, 150),
    severityWords(row.severity, say),
    say('lists.row_updated', { updated: ago(row.updatedAt, now, languageOf(reader.locale)) }),
  ].join(' · ')
  const words = why === 'asks' ? say(`home.why_asks_${account.organizationKind}`) : say(`home.why_${why}`, { file: escapeLine(file, 150) })
  return section(`*#${row.number} · ${escapeLine(row.title, 250)}*\n${marks[why]} ${words}\n${facts}`, viewCaseButton(row.number, say))
}
