import type { KnownBlock, ModalView } from '@slack/types'
import type { CaseValue } from '../../domain/case-view.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { context, fields, section } from './blocks.js'
import type { Message } from './blocks.js'
import { caseFacts } from './case-card.js'
import { caseClocks } from './case-clocks.js'
import { attachmentLines, historyBlocks } from './case-parts.js'
import { slackDate } from './dates.js'
import { escapeCut, escapeLine } from './escape.js'
import { localized } from './localized.js'
import { readingView } from './reading-views.js'
import { viewCaseButton } from './view-case-button.js'

/** A case at a glance, for the one who asked; everything else opens behind *View case*. */
export function caseSummary(kase: CaseValue, reader: Reader, now: Date): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const clocks = caseClocks(kase, reader, now)
  const attachments = kase.attachments.length > 0 ? [say('cases.attachments', { count: kase.attachments.length })] : []
  const told = say('cases.card_text', { number: String(kase.number), ...facts })
  return {
    text: [told, ...clocks, ...attachments].join(' '),
    blocks: [
      section(`*#${kase.number} · ${facts.title}*`, viewCaseButton(kase.number, say)),
      factFields(kase, reader),
      ...(clocks.length + attachments.length > 0 ? [context(...clocks, ...attachments)] : []),
    ],
  }
}

/** The whole case, for a reader who may see it. */
export function caseModal(kase: CaseValue, reader: Reader, now: Date): ModalView {
  const say = wordsFor(reader)
  const clocks = caseClocks(kase, reader, now)
  const blocks: KnownBlock[] = [
    section(`*${escapeLine(kase.title, 300)}*`),
    factFields(kase, reader),
    ...(clocks.length > 0 ? [context(...clocks)] : []),
    ...(kase.relatedCaseNumber === null ? [] : [context(say('cases.related', { number: String(kase.relatedCaseNumber) }))]),
    { type: 'divider' },
    ...kase.answers.slice(0, 60).map(({ label, answer }) => section(`*${escapeLine(label, 300)}*\n${escapeCut(answer, 2600)}`)),
    ...attachmentLines(kase, reader),
    ...(kase.shares.length > 0 ? [section(`*${say('cases.label_shares')}*\n${escapeCut(kase.shares.join(', '), 2800)}`)] : []),
    ...historyBlocks(kase, reader),
  ]
  return readingView(say('cases.title_of', { number: String(kase.number) }), blocks, reader)
}

function factFields(kase: CaseValue, reader: Reader): KnownBlock {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const language = new Intl.DisplayNames(reader.locale, { type: 'language' }).of(kase.language) ?? kase.language
  return fields([
    `*${say('cases.label_customer')}*\n${facts.customer} · ${facts.domain} · ${facts.tier}`,
    `*${say('cases.label_state')}*\n${facts.state}`,
    `*${say('cases.label_severity')}*\n${facts.severity}`,
    `*${say('cases.label_owner')}*\n${facts.owner}`,
    `*${say('cases.label_product')}*\n${escapeLine(kase.productName, 150)}`,
    `*${say('cases.label_category')}*\n${escapeLine(localized(kase.category, reader.locale), 150)}`,
    `*${say('cases.label_filed_by')}*\n${facts.filedBy}`,
    `*${say('cases.label_language')} · ${say('cases.label_time_zone')}*\n${escapeLine(language, 100)} · ${escapeLine(kase.timeZone, 100)}`,
    `*${say(`cases.kind_${kase.kind}`)}*\n${slackDate(kase.filedAt, reader)}`,
  ])
}
