import type { KnownBlock, ModalView } from '@slack/types'
import type { CaseValue } from '../../../domain/cases/case-view.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, fields, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseFacts } from './case-card.js'
import { caseClocks } from './case-clocks.js'
import { attachmentTexts, historyBlocks } from './case-parts.js'
import { cut, mark } from '../cut.js'
import { escapeCut, escapeLine, escapeText } from '../escape.js'
import { limits } from '../limits.js'
import { localized } from '../localized.js'
import { readingView } from '../reading-views.js'
import { viewCaseButton } from './view-case-button.js'
import { waitsWords } from './waits-words.js'

/** The answer to `/case 1042`, for the one who asked: as much as a message may hold; the rest opens behind *View case*. */
export function caseSummary(kase: CaseValue, reader: Reader, now: Date): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const clocks = caseClocks(kase, reader, now)
  const attachments = attachmentTexts(kase, reader).slice(0, 1)
  const answers = answerTexts(kase, answersInMessage, say)
  const waits = waitsPart(kase, reader)
  const told = say('cases.card_text', { number: String(kase.number), ...facts })
  return {
    text: cut([[told, ...waits, ...clocks].join(' '), ...answers, ...attachments].join('\n'), limits.messageText),
    blocks: [
      section(`*#${kase.number} · ${facts.title}*`, viewCaseButton(kase.number, say)),
      factFields(kase, reader),
      ...waits.map((words) => context(words)),
      ...(clocks.length > 0 ? [context(...clocks)] : []),
      ...[...answers, ...attachments].map((text) => section(text)),
    ],
  }
}

/** Of a view's 250 KB; in the widest letters three bytes each. */
const answersInModal = 60_000
/** Of a view's hundred blocks. */
const mostAnswerSections = 60
/** Characters of answers in a message, whose blocks together may hold about 12,000. */
const answersInMessage = 5000

/** Answers with their questions, in mrkdwn; what is beyond `room` is left out with a mark. */
function answerTexts(kase: CaseValue, room: number, say: Say): string[] {
  const texts: string[] = []
  for (const { label, answer } of kase.answers) {
    const left = room - texts.join('').length
    if (left < 400) return [...texts, mark]
    texts.push(`*${headOf(label, say)}*\n${escapeCut(answer, Math.min(left - 310, 2600))}`)
  }
  return texts
}

const headOf = (label: string, say: Say): string => escapeLine(label || say('cases.message_continued'), 300)

/** Whole answers in as many sections as they need; only a case longer than a view ends with a mark. */
function wholeAnswers(kase: CaseValue, say: Say): string[] {
  const texts = kase.answers.flatMap(({ label, answer }) => inSections(`*${headOf(label, say)}*\n`, answer))
  const fitting: string[] = []
  for (const text of texts.slice(0, mostAnswerSections)) {
    if (fitting.join('').length + text.length > answersInModal) break
    fitting.push(text)
  }
  return fitting.length < texts.length ? [...fitting, mark] : fitting
}

/** People's text behind a head, escaped and cut only between characters: nothing of it is lost. */
function inSections(head: string, text: string): string[] {
  const texts: string[] = []
  let current = head
  for (const character of text) {
    const next = escapeText(character)
    if (current.length + next.length > limits.section) {
      texts.push(current)
      current = ''
    }
    current += next
  }
  return [...texts, current]
}

/** The whole case, for a reader who may see it. */
export function caseModal(kase: CaseValue, reader: Reader, now: Date): ModalView {
  const say = wordsFor(reader)
  const clocks = caseClocks(kase, reader, now)
  const blocks: KnownBlock[] = [
    section(`*${escapeLine(kase.title, 300)}*`),
    factFields(kase, reader),
    ...waitsPart(kase, reader).map((words) => context(words)),
    ...(clocks.length > 0 ? [context(...clocks)] : []),
    ...(kase.relatedCaseNumber === null ? [] : [context(say('cases.related', { number: String(kase.relatedCaseNumber) }))]),
    { type: 'divider' },
    ...wholeAnswers(kase, say).map((text) => section(text)),
    ...attachmentTexts(kase, reader).map((text) => section(text)),
    ...(kase.shares.length > 0 ? [section(`*${say('cases.label_shares')}*\n${escapeCut(kase.shares.join(', '), 2800)}`)] : []),
    ...historyBlocks(kase, reader),
  ]
  return readingView(say('cases.title_of', { number: String(kase.number) }), blocks, reader)
}

/** For whom a case that is not filed yet waits. */
function waitsPart(kase: CaseValue, reader: Reader): string[] {
  return kase.state === 'PENDING_APPROVAL' ? [waitsWords('cases.waits_view', kase.number, kase.waitsFor ?? [], reader)] : []
}

function factFields(kase: CaseValue, reader: Reader): KnownBlock {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const language = new Intl.DisplayNames(formatLocaleOf(reader.locale), { type: 'language' }).of(kase.language) ?? kase.language
  return fields([
    `*${say('cases.label_customer')}*\n${facts.customer} · ${facts.domain} · ${facts.tier}`,
    `*${say('cases.label_state')}*\n${facts.state}`,
    `*${say('cases.label_severity')}*\n${facts.severity}`,
    `*${say('cases.label_owner')}*\n${facts.owner}`,
    `*${say('cases.label_product')}*\n${escapeLine(kase.productName, 150)}`,
    `*${say('cases.label_category')}*\n${escapeLine(localized(kase.category, reader.locale), 150)}`,
    `*${say('cases.label_filed_by')}*\n${facts.filedBy}\n${say(`cases.kind_${kase.kind}`)}`,
    `*${say('cases.label_language')} · ${say('cases.label_time_zone')}*\n${escapeLine(language, 100)} · ${escapeLine(kase.timeZone, 100)}`,
  ])
}
