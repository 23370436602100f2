import type { CaseState } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'
import type { ToldEntry } from './history-words.js'

/** Why the team must act; the only times somebody is called by name. */
export type Turn = 'ACTION_REQUIRED' | 'SOLUTION_PROVIDED' | 'CLOSED' | 'passed'

/** Whether the entry leaves it to the team to act; null when not, or when the case went on since. */
export function turnOf({ state, entry }: { state: CaseState; entry: ToldEntry & { byDesk: boolean } }): Turn | null {
  if (entry.kind === 'TARGET') return entry.data?.target === 'passed' && (state === 'NEW' || state === 'IN_PROGRESS') ? 'passed' : null
  const to = entry.kind === 'CLOSED' ? 'CLOSED' : entry.data?.state?.to
  if (!entry.byDesk || to !== state) return null
  return to === 'ACTION_REQUIRED' || to === 'SOLUTION_PROVIDED' || to === 'CLOSED' ? to : null
}

/** What is to be done, in mrkdwn; null when nothing can be done any more. */
export function turnWords(turn: Turn, reopenUntil: Date | null, reader: Reader): string | null {
  const say = wordsFor(reader)
  if (turn !== 'CLOSED') return say(`delivery.turn_${turn}`)
  return reopenUntil && say('delivery.turn_CLOSED', { until: slackDate(reopenUntil, reader) })
}
