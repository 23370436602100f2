/**
 * When a target that is not around the clock counts: while the clocks on the wall of the zone show a working hour of a
 * working day. An hour that summer time skips counts nothing, one that comes twice counts twice.
 */
import { tzOffset } from '@date-fns/tz'
import type { ResponseTargetSetting } from './response-targets.js'

export interface WorkingHours {
  /** ISO days of the week, 1 is Monday; at least one. */
  days: readonly number[]
  /** Minutes since midnight; `from` is before `to`, which is at most 1440. */
  from: number
  to: number
  /** IANA; null: the case's own zone. */
  timeZone: string | null
}

/** Monday to Friday, nine to five, where the case is. */
export const defaultHours: WorkingHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60, timeZone: null }

const minute = 60_000
const day = 24 * 60 * minute

/** Seconds between two moments that count, with fractions; 0 when `to` is not later. `zone` is the case's. */
export function countedSeconds(from: Date, to: Date, setting: Pick<ResponseTargetSetting, 'aroundTheClock'>, hours: WorkingHours, zone: string): number {
  const end = to.getTime()
  if (setting.aroundTheClock) return Math.max(0, end - from.getTime()) / 1000
  let counted = 0
  for (const span of workingSpans(from.getTime(), hours, hours.timeZone ?? zone)) {
    if (span.start >= end) break
    counted += Math.min(span.end, end) - span.start
  }
  return counted / 1000
}

/** The first moment by which so many seconds have counted; `from` itself when there are none to count. */
export function addCounted(from: Date, seconds: number, setting: Pick<ResponseTargetSetting, 'aroundTheClock'>, hours: WorkingHours, zone: string): Date {
  let left = Math.max(0, seconds) * 1000
  if (setting.aroundTheClock || left === 0) return new Date(from.getTime() + left)
  for (const span of workingSpans(from.getTime(), hours, hours.timeZone ?? zone)) {
    if (left <= span.end - span.start) return new Date(span.start + left)
    left -= span.end - span.start
  }
  throw new Error('working hours have no end')
}

interface Span {
  start: number
  end: number
}

/** What counts from a moment on, in order and without an end. */
function* workingSpans(from: number, { days, from: opens, to: closes }: WorkingHours, zone: string): Generator<Span> {
  for (const { start, end, offset } of evenSpans(from, zone)) {
    // Clocks on the wall run evenly here, so that days can be counted off.
    for (let date = Math.floor((start + offset) / day); date * day < end + offset; date += 1) {
      const span = { start: Math.max(start, date * day + opens * minute - offset), end: Math.min(end, date * day + closes * minute - offset) }
      if (days.includes(isoDay(date)) && span.start < span.end) yield span
    }
  }
}

/** Of a day since 1970-01-01, which was a Thursday. */
const isoDay = (date: number): number => ((((date + 3) % 7) + 7) % 7) + 1

/** Time cut where the zone's clocks are put forward or back; a day at most in one piece. */
function* evenSpans(from: number, zone: string): Generator<Span & { offset: number }> {
  for (let start = from; ; ) {
    const offset = offsetAt(zone, start)
    const end = offsetAt(zone, start + day) === offset ? start + day : changeAfter(zone, start, offset)
    yield { start, end, offset }
    start = end
  }
}

/** When, within a day, the offset is another; clocks are put at full seconds. */
function changeAfter(zone: string, start: number, offset: number): number {
  let before = Math.floor(start / 1000)
  let after = Math.ceil((start + day) / 1000)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(zone, middle * 1000) === offset) before = middle
    else after = middle
  }
  return after * 1000
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
const offsetAt = (zone: string, at: number): number => Math.round(tzOffset(zone, new Date(at)) * minute)
