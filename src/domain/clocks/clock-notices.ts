/** What is told of a response clock while it runs, once each for an answer. */
import type { ResponseClock } from './response-clock.js'

/** That the target is near, or that it passed. */
export type ClockNotice = 'near' | 'passed'

/** What is to be told now; null: nothing. Of what passed already nobody is reminded. */
export function dueNotice({ remindAt, breachAt, reminded, breached }: ResponseClock, now: Date): ClockNotice | null {
  if (breachAt && !breached && breachAt <= now) return 'passed'
  return remindAt && !reminded && remindAt <= now ? 'near' : null
}

/** The clock once it was told. */
export function noticed(clock: ResponseClock, notice: ClockNotice): ResponseClock {
  const reminded = { ...clock, reminded: true, remindAt: null }
  return notice === 'near' ? reminded : { ...reminded, breached: true, breachAt: null }
}
