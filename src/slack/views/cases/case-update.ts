import type { Button, KnownBlock } from '@slack/types'
import type { CaseState } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseButton } from './case-buttons.js'
import { stateWords } from './case-words.js'
import { entryLine, entryMark } from './history-words.js'
import type { ToldEntry } from './history-words.js'
import { turnOf, turnWords } from './turn-words.js'
import { viewCaseButton } from './view-case-button.js'

export interface CaseUpdate {
  number: number
  /** As the case is now. */
  state: CaseState
  reopenUntil: Date | null
  entry: ToldEntry & { byDesk: boolean }
  /** The owner's Slack user, who is called where the team must act; null also when the owner did it. */
  ownerUserId: string | null
}

/** Who did what, in the thread of a case's card, and whose turn it is: no text of answers or messages (SCOPE-1). */
export function caseUpdate(update: CaseUpdate, reader: Reader): Message {
  const say = wordsFor(reader)
  const { entry, ownerUserId } = update
  const turn = turnOf(update)
  const words = turn && turnWords(turn, update.reopenUntil, reader)
  const called = words && (ownerUserId === null ? words : say('delivery.turn_to', { mention: `<@${ownerUserId}>`, words }))
  const text = [updateLine(entry, reader), ...(called ? [called] : [])].join('\n')
  return { text, blocks: [section(text), ...updateButtons(update, say)] }
}

/** "💡 *Tomas Berg* proposed a solution · 💡 Solution provided", in mrkdwn. */
export function updateLine(entry: ToldEntry, reader: Reader, named = false): string {
  const say = wordsFor(reader)
  const line = `${entryMark(entry)} ${entryLine(entry, { reader, named })}`
  const state = entry.data?.state
  return state && state.from !== state.to && entry.kind !== 'STATE' ? say('delivery.update_state', { line, state: stateWords(state.to, say) }) : line
}

/** What the team is wanted for; an entry that asks for nothing has the card's button above it. */
function updateButtons(update: CaseUpdate, say: Say): KnownBlock[] {
  const { number, entry } = update
  const view = viewCaseButton(number, say)
  const row = (...elements: Button[]): KnownBlock[] => [{ type: 'actions', elements }]
  switch (turnOf(update)) {
    case 'ACTION_REQUIRED': return row(caseButton(number, 'reply', say, true), view)
    case 'SOLUTION_PROVIDED': return row(caseButton(number, 'close', say, true), caseButton(number, 'notSolved', say), view)
    case 'CLOSED': return row(view, ...(update.reopenUntil ? [caseButton(number, 'reopen', say)] : []))
    case 'passed': return row(caseButton(number, 'reply', say), view)
    case null: return entry.kind === 'DESK_REPLY' && update.state !== 'CLOSED' ? row(caseButton(number, 'reply', say), view) : []
  }
}
