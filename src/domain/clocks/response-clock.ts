/**
 * The clock of an answer that the desk owes: a target, never a promise. It runs from filing on; it stands still while the
 * case waits for us (the desk asked something) and goes on with what was left when we answer; an answer that asks for
 * nothing meets it; and what we write after that, or a reopening, starts it anew.
 */
import type { Severity, SupportTier } from '../words.js'
import type { ResponseTargets } from './response-targets.js'
import { addCounted, countedSeconds } from './working-hours.js'
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

/** Seconds: nobody is reminded later than that before the target. */
const shortestLead = 300

/**
 * The clock after what happened. What does not fit, such as a pause of a clock that does not run, changes nothing. After
 * `rescale` the time since it last began to run counts as if the rule had been the new one all along, so that a case that
 * became more severe may be overdue at once.
 */
export function turnClock(clock: ResponseClock, turn: ClockTurn, rule: ClockRule, now: Date): ResponseClock {
  switch (turn) {
    case 'start':
      return running(noClock, now, rule)
    case 'pause':
      return clock.since ? { ...halted(clock, clock.since, rule, now), targetAt: null } : clock
    case 'resume':
      return clock.since || clock.answeredAt ? clock : running(clock, now, rule)
    case 'meet':
      return met(clock, rule, now)
    case 'rescale':
      return clock.since ? running(clock, clock.since, rule) : clock
    case 'stop':
      return clock.answeredAt ? clock : noClock
  }
}

/** Seconds that an answer may take. */
export function targetSeconds({ targets, tier, severity }: Pick<ClockRule, 'targets' | 'tier' | 'severity'>): number {
  return targets[tier][severity].minutes * 60
}

function running(clock: ResponseClock, since: Date, rule: ClockRule): ResponseClock {
  const target = targetSeconds(rule)
  const left = target - clock.spent
  const lead = Math.max(target / 4, shortestLead)
  const targetAt = after(since, left, rule)
  // A target as short as the lead would be reminded of when it begins.
  const reminds = !clock.reminded && !clock.breached && target > lead
  return {
    ...clock, since, targetAt,
    remindAt: reminds ? after(since, left - lead, rule) : null,
    breachAt: clock.breached ? null : targetAt,
  }
}

function met(clock: ResponseClock, rule: ClockRule, now: Date): ResponseClock {
  if (clock.answeredAt) return clock
  if (clock.since) return { ...halted(clock, clock.since, rule, now), answeredAt: now }
  // It stood still, unless it never ran: then there is nothing to meet.
  if (clock.spent === 0) return clock
  const left = targetSeconds(rule) - clock.spent
  return { ...clock, targetAt: left < 0 ? new Date(now.getTime() + left * 1000) : after(now, left, rule), answeredAt: now }
}

/** Not running any more, with what has counted; nobody is reminded of it. */
function halted(clock: ResponseClock, since: Date, { targets, tier, severity, hours, timeZone }: ClockRule, now: Date): ResponseClock {
  const counted = countedSeconds(since, now, targets[tier][severity], hours, timeZone)
  // A second at least: by that a clock that stands still is told from one that never ran.
  return { ...clock, since: null, spent: Math.max(1, clock.spent + Math.round(counted)), remindAt: null, breachAt: null }
}

function after(since: Date, seconds: number, { targets, tier, severity, hours, timeZone }: ClockRule): Date {
  return addCounted(since, seconds, targets[tier][severity], hours, timeZone)
}

/** What is told of a clock; null: none runs. */
export type ShownClock =
  | { how: 'running'; at: Date; passed: boolean }
  | { how: 'paused'; leftSeconds: number }
  | { how: 'met'; at: Date; inTime: boolean }
  | null

/** `targetSeconds`: what the answer may take, for what is left of a clock that stands still. */
export type MeasuredClock = ResponseClock & { targetSeconds?: number }

export function shownClock(clock: MeasuredClock, now: Date): ShownClock {
  const { since, spent, targetAt, answeredAt, targetSeconds: target = spent } = clock
  if (answeredAt) return { how: 'met', at: answeredAt, inTime: targetAt === null || answeredAt <= targetAt }
  if (since && targetAt) return { how: 'running', at: targetAt, passed: now > targetAt }
  return spent > 0 ? { how: 'paused', leftSeconds: Math.max(0, target - spent) } : null
}
