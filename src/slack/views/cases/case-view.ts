import type { KnownBlock, ModalView } from '@slack/types'
import type { CaseValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { answerTexts, wholeAnswers } from './case-answers.js'
import { caseButtons } from './case-buttons.js'
import { caseFacts } from './case-card.js'
import { factBlocks, nowLines } from './case-facts.js'
import { historyBlocks, linkBlocks, newestBlocks, shareBlocks } from './case-parts.js'
import { cut } from '../cut.js'
import { escapeLine } from '../escape.js'
import { fileBlocks } from '../files/file-blocks.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'
import { waitsToBeCarried } from './portal-lines.js'
import { viewCaseButton } from './view-case-button.js'

/** Characters of answers in a message, whose blocks together may hold about 12,000. */
const answersInMessage = 4000
/** Of the newest entry. */
const entryInMessage = 1200

/** The answer to `/case 1042`, for the one who asked: as much as a message may hold; the rest opens behind *View case*. */
export function caseSummary(kase: CaseValue, reader: Reader, now: Date): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const answers = answerTexts(kase, answersInMessage, say)
  const told = say('cases.card_text', { number: String(kase.number), ...facts })
  return {
    text: cut([[told, ...nowLines(kase, reader, now)].join(' '), ...answers].join('\n'), limits.messageText),
    blocks: [
      section(`*#${kase.number} · ${facts.title}*`, viewCaseButton(kase.number, say)),
      ...factBlocks(kase, reader, now),
      ...answers.map((text) => section(text)),
      ...newestBlocks(kase, reader, entryInMessage),
      ...caseButtons(kase.number, kase.may, reader, kase.state, waitsToBeCarried(kase)),
    ],
  }
}

/** The whole case, for a reader who may see it. */
export function caseModal(kase: CaseValue, reader: Reader, now: Date): ModalView {
  const say = wordsFor(reader)
  const head: KnownBlock[] = [
    section(`*${escapeLine(kase.title, 300)}*`),
    ...factBlocks(kase, reader, now),
    ...caseButtons(kase.number, kase.may, reader, kase.state, waitsToBeCarried(kase)),
    { type: 'divider' },
  ]
  const foot = [...shareBlocks(kase, reader), ...linkBlocks(kase, reader), ...historyBlocks(kase, reader)]
  const files = fileBlocks(kase, reader)
  // A view holds a hundred blocks: the answers get what the rest leaves, and the files at least as much as that.
  const forAnswers = Math.max(limits.viewBlocks - head.length - foot.length - files.length - 1, leastAnswers)
  const answers = wholeAnswers(kase, forAnswers, say).map((text) => section(text))
  const room = limits.viewBlocks - head.length - foot.length - answers.length
  return readingView(say('cases.title_of', { number: String(kase.number) }), [...head, ...answers, ...files.slice(0, room), ...foot], reader)
}

const leastAnswers = 20
