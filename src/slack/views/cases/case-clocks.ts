import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { cardClocks } from '../../../domain/cases/case-rules.js'
import type { ShownClock } from '../../../domain/clocks/response-clock.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { slackDate, slackFullDate } from '../dates.js'

/** The lines under a case that tell of time, in mrkdwn. */
export function caseClocks(card: Pick<CaseCardValue, 'state' | 'clock' | 'reopenUntil'>, reader: Reader, now: Date): string[] {
  const say = wordsFor(reader)
  const { answer, reopen } = cardClocks(card, now)
  return [
    ...(reopen ? [say(reopen.passed ? 'cases.reopen_passed' : 'cases.reopen_until', { at: slackFullDate(reopen.until, reader) })] : []),
    ...(answer ? [clockWords(answer, reader)] : []),
  ]
}

/** What is told of the clock of an answer, in mrkdwn. */
export function clockWords(clock: NonNullable<ShownClock>, reader: Reader): string {
  const say = wordsFor(reader)
  switch (clock.how) {
    case 'running':
      return clock.passed ? `⏰ *${say('targets.was_due', { at: slackDate(clock.at, reader) })}*` : say('targets.due', { at: slackDate(clock.at, reader) })
    case 'paused':
      return say('targets.paused', { left: timeLeft(clock.leftSeconds, say) })
    case 'met':
      return say(clock.inTime ? 'targets.met' : 'targets.met_late', { at: slackDate(clock.at, reader) })
  }
}

/** `3 h 20 min`, rounded up to whole minutes. */
function timeLeft(seconds: number, say: Say): string {
  const all = Math.ceil(seconds / 60)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return say('targets.minutes', { minutes })
  return minutes === 0 ? say('targets.hours', { hours }) : say('targets.hours_minutes', { hours, minutes })
}
