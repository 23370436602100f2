import type { Button } from '@slack/types'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseButton } from './case-buttons.js'
import { caseFacts } from './case-card.js'
import { updateLine } from './case-update.js'
import { cut } from '../cut.js'
import { quoted } from './history-words.js'
import type { ToldEntry } from './history-words.js'
import { turnOf, turnWords } from './turn-words.js'
import { viewCaseButton } from './view-case-button.js'

export interface CaseNews {
  kase: CaseCardValue
  entry: ToldEntry & { text: string | null; byDesk: boolean }
  may: readonly CaseAction[]
  /** The case was handed over to the reader with it. */
  yours: boolean
}

/** Of a section's 3000. */
const longestText = 2400

/** What happened to a case, for one person who may read it: whose it is, who did what, and what was said. */
export function caseNews({ kase, entry, may, yours }: CaseNews, reader: Reader): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const number = String(kase.number)
  const line = updateLine(entry, reader, true)
  // The desk closes and asks for the team, not for itself.
  const turn = may.includes('answer') || may.includes('deskTake') ? null : turnOf({ state: kase.state, entry })
  const next = yours ? say('delivery.turn_yours') : turn && turnWords(turn, kase.reopenUntil, reader)
  const text = entry.text === null || entry.text.trim() === '' ? [] : [cut(quoted(entry.text, longestText), longestText + 500)]
  const head = [say('delivery.news_title', { number, title: facts.title }), say('delivery.news_customer', { customer: facts.customer, severity: facts.severity, state: facts.state })].join('\n')
  return {
    text: [head, line, ...text, ...(next ? [next] : [])].join('\n'),
    blocks: [
      section(head),
      section([line, ...(next ? [next] : [])].join('\n')),
      ...text.map((words) => section(words)),
      { type: 'actions', elements: [...newsButtons(kase, may, reader), viewCaseButton(kase.number, say)] },
    ],
  }
}

const wanted = ['deskTake', 'answer', 'close', 'notSolved', 'reply', 'reopen'] as const

/** What an answer to the news may be, as far as the reader may. */
function newsButtons({ number, state }: CaseCardValue, may: readonly CaseAction[], reader: Reader): Button[] {
  const say = wordsFor(reader)
  const solved = may.includes('notSolved')
  const shown = wanted.filter((action) => may.includes(action) && (action === 'close' ? solved : action !== 'reply' || !solved))
  return shown.map((action, at) => caseButton(number, action, say, at === 0 && (state === 'ACTION_REQUIRED' || state === 'SOLUTION_PROVIDED')))
}
