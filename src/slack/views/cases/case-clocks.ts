import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { cardClock } from '../../../domain/cases/case-rules.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'

/** The lines under a case that tell of time, in mrkdwn. */
export function caseClocks(card: CaseCardValue, reader: Reader, now: Date): string[] {
  const say = wordsFor(reader)
  const lines: string[] = []
  const clock = cardClock(card, now)
  if (clock) {
    const key = clock.kind === 'reopen' ? (clock.passed ? 'cases.reopen_passed' : 'cases.reopen_until') : clock.passed ? 'cases.target_passed' : 'cases.target'
    lines.push(say(key, { at: slackDate(clock.at, reader) }))
  }
  return lines
}
