/**
 * The clock of an answer that the desk owes: a target, never a promise. It runs from filing on; it stands still while the
 * case waits for us (the desk asked something) and goes on with what was left when we answer; an answer that asks for
 * nothing meets it; and what we write after that, or a reopening, starts it anew.
 */
import type { Severity, SupportTier } from '../words.js'
import type { ResponseTargets } from './response-targets.js'
import type { WorkingHours } from './working-hours.js'

export interface ResponseClock {
  /** Running since then; null while it stands still, and once it was met. */
  since: Date | null
  /** Seconds that counted before `since`. */
  spent: number
  /** When the answer is due, or was; null while it stands still. */
  targetAt: Date | null
  answeredAt: Date | null
  /** When to remind, and to say that the target passed; null: not to be, or done. */
  remindAt: Date | null
  breachAt: Date | null
  /** Once each for one answer. */
  reminded: boolean
  breached: boolean
}

/** What happens to the clock: `rescale` when severity or tier changed, `stop` when the case is closed. */
export type ClockTurn = 'start' | 'pause' | 'resume' | 'meet' | 'rescale' | 'stop'

/** By what the clock counts. */
export interface ClockRule {
  tier: SupportTier
  severity: Severity
  /** The case's, IANA; working hours without a zone of their own are counted in it. */
  timeZone: string
  targets: ResponseTargets
  hours: WorkingHours
}

/** Of a case that waits for approval, or was never started. */
export const noClock: ResponseClock = {
  since: null, spent: 0, targetAt: null, answeredAt: null, remindAt: null, breachAt: null, reminded: false, breached: false,
}

export function turnClock(clock: ResponseClock, turn: ClockTurn, rule: ClockRule, now: Date): ResponseClock {
  throw new Error(`not built yet: ${turn} ${clock.spent} ${rule.tier} ${now.getTime()}`)
}
