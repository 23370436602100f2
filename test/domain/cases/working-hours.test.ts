import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCounted, countedSeconds, defaultHours } from '../../../src/domain/clocks/working-hours.js'
import type { WorkingHours } from '../../../src/domain/clocks/working-hours.js'

const working = { aroundTheClock: false }
const always = { aroundTheClock: true }
const everyDay = (from: number, to: number): WorkingHours => ({ days: [1, 2, 3, 4, 5, 6, 7], from: from * 60, to: to * 60, timeZone: null })
const hour = 3600

describe('seconds that count', () => {
  it.each<[string, string, string, WorkingHours, string, number]>([
    ['a working day', '2026-03-02T00:00Z', '2026-03-03T00:00Z', defaultHours, 'UTC', 8 * hour],
    ['from before it opens', '2026-03-02T08:00Z', '2026-03-02T09:00:01Z', defaultHours, 'UTC', 1],
    ['until after it closes', '2026-03-02T16:59:59.500Z', '2026-03-02T23:00Z', defaultHours, 'UTC', 0.5],
    ['within a day', '2026-03-02T10:15Z', '2026-03-02T10:45Z', defaultHours, 'UTC', hour / 2],
    ['over a night', '2026-03-02T16:00Z', '2026-03-03T10:00Z', defaultHours, 'UTC', 2 * hour],
    ['over a weekend', '2026-03-06T16:00Z', '2026-03-09T10:00Z', defaultHours, 'UTC', 2 * hour],
    ['within a weekend', '2026-03-07T00:00Z', '2026-03-09T00:00Z', defaultHours, 'UTC', 0],
    ['where the weekend is Friday and Saturday', '2026-03-05T00:00Z', '2026-03-09T00:00Z', { ...defaultHours, days: [7, 1, 2, 3, 4] }, 'Asia/Riyadh', 16 * hour],
    ['a week in Tokyo', '2026-03-01T15:00Z', '2026-03-08T15:00Z', defaultHours, 'Asia/Tokyo', 40 * hour],
    ['on Monday in Tokyo, still Sunday in UTC', '2026-03-02T00:00Z', '2026-03-02T02:00Z', defaultHours, 'Asia/Tokyo', 2 * hour],
    ['in the zone of the settings, not the case’s', '2026-03-02T00:00Z', '2026-03-02T02:00Z', { ...defaultHours, timeZone: 'Asia/Tokyo' }, 'Europe/Paris', 2 * hour],
    ['nothing backwards', '2026-03-03T12:00Z', '2026-03-02T12:00Z', defaultHours, 'UTC', 0],
    ['nothing at one moment', '2026-03-03T12:00Z', '2026-03-03T12:00Z', defaultHours, 'UTC', 0],
    // Clocks go forward: a whole day has 23 hours, the skipped hour none.
    ['a day of 23 hours', '2026-03-08T05:00Z', '2026-03-09T04:00Z', everyDay(0, 24), 'America/New_York', 23 * hour],
    ['the skipped hour', '2026-03-08T05:00Z', '2026-03-09T04:00Z', everyDay(2, 3), 'America/New_York', 0],
    ['hours into the skipped one', '2026-03-29T00:00Z', '2026-03-29T22:00Z', { ...everyDay(1, 2), to: 150 }, 'Europe/Paris', hour],
    ['a working day after it', '2026-03-29T22:00Z', '2026-03-30T22:00Z', defaultHours, 'Europe/Paris', 8 * hour],
    // Clocks go back: a day has 25 hours, the hour that comes twice counts twice.
    ['a day of 25 hours', '2026-11-01T04:00Z', '2026-11-02T05:00Z', everyDay(0, 24), 'America/New_York', 25 * hour],
    ['the hour that comes twice', '2026-11-01T04:00Z', '2026-11-02T05:00Z', everyDay(1, 2), 'America/New_York', 2 * hour],
    ['half an hour of it, on Lord Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', everyDay(0, 24), 'Australia/Lord_Howe', 24.5 * hour],
    // Samoa went over the date line: Friday 2011-12-30 never was.
    ['a day that never was', '2011-12-28T10:00Z', '2011-12-31T10:00Z', defaultHours, 'Pacific/Apia', 16 * hour],
    ['over forty years', '1990-01-01T00:00Z', '2030-01-01T00:00Z', { ...everyDay(9, 17), days: [1] }, 'UTC', 2088 * 8 * hour],
  ])('%s', (_what, from, to, hours, zone, seconds) => {
    expect(countedSeconds(new Date(from), new Date(to), working, hours, zone)).toBe(seconds)
  })

  it('are all of them around the clock', () => {
    expect(countedSeconds(new Date('2026-03-07T00:00Z'), new Date('2026-03-09T00:00Z'), always, defaultHours, 'Asia/Tokyo')).toBe(48 * hour)
    expect(countedSeconds(new Date('2026-03-09T00:00Z'), new Date('2026-03-07T00:00Z'), always, defaultHours, 'Asia/Tokyo')).toBe(0)
  })
})

describe('when so many seconds have counted', () => {
  it.each<[string, string, number, WorkingHours, string, string]>([
    ['the same day', '2026-03-02T09:00Z', 4, defaultHours, 'UTC', '2026-03-02T13:00Z'],
    ['as it closes, that day', '2026-03-02T09:00Z', 8, defaultHours, 'UTC', '2026-03-02T17:00Z'],
    ['the next morning', '2026-03-02T16:00Z', 2, defaultHours, 'UTC', '2026-03-03T10:00Z'],
    ['on Monday', '2026-03-06T16:00Z', 2, defaultHours, 'UTC', '2026-03-09T10:00Z'],
    ['three working days', '2026-03-05T09:00Z', 24, defaultHours, 'UTC', '2026-03-09T17:00Z'],
    ['after the clocks went forward', '2026-03-27T15:00Z', 8, defaultHours, 'Europe/Paris', '2026-03-30T14:00Z'],
    ['after the clocks went back', '2026-10-30T20:00Z', 8, defaultHours, 'America/New_York', '2026-11-02T21:00Z'],
    ['over the day that never was', '2011-12-29T20:00Z', 8, defaultHours, 'Pacific/Apia', '2012-01-01T20:00Z'],
    ['no time at all, on a Sunday', '2026-03-08T09:00Z', 0, defaultHours, 'UTC', '2026-03-08T09:00Z'],
  ])('%s', (_what, from, hours, settings, zone, at) => {
    expect(addCounted(new Date(from), hours * hour, working, settings, zone)).toEqual(new Date(at))
  })

  it('is counted through the night around the clock, and never before it began', () => {
    const from = new Date('2026-03-06T16:00Z')
    expect(addCounted(from, 48 * hour, always, defaultHours, 'Asia/Tokyo')).toEqual(new Date('2026-03-08T16:00Z'))
    expect(addCounted(from, -5, always, defaultHours, 'Asia/Tokyo')).toEqual(from)
    expect(addCounted(from, -5, working, defaultHours, 'Asia/Tokyo')).toEqual(from)
  })
})

describe('for any hours in any zone', () => {
  const zone = fc.constantFrom('UTC', 'America/New_York', 'Europe/Paris', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Casablanca')
  const hours = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    bounds: fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 })).filter(([a, b]) => Math.abs(a - b) >= 60),
  }).map(({ days, bounds }): WorkingHours => ({ days, from: Math.min(...bounds), to: Math.max(...bounds), timeZone: null }))
  const start = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) })
  const step = fc.integer({ min: 0, max: 20 * 86_400_000 })

  it('counted seconds add up, are never negative, and never more than went by', () => {
    fc.assert(fc.property(zone, hours, fc.boolean(), start, step, step, (timeZone, working, aroundTheClock, a, toB, toC) => {
      const [from, middle, to] = [new Date(a), new Date(a + toB), new Date(a + toB + toC)]
      const counted = (x: Date, y: Date): number => countedSeconds(x, y, { aroundTheClock }, working, timeZone)
      expect(counted(from, middle) + counted(middle, to)).toBeCloseTo(counted(from, to), 6)
      expect(counted(from, middle)).toBeGreaterThanOrEqual(0)
      expect(counted(from, middle)).toBeLessThanOrEqual(toB / 1000)
      expect(counted(to, from)).toBe(0)
    }), { numRuns: 300 })
  })

  it('what was added is what counts, and a moment before it is not there yet', () => {
    fc.assert(fc.property(zone, hours, start, fc.integer({ min: 1, max: 100 * hour }), (timeZone, working, at, seconds) => {
      const from = new Date(at)
      const due = addCounted(from, seconds, { aroundTheClock: false }, working, timeZone)
      const counted = (to: Date): number => countedSeconds(from, to, { aroundTheClock: false }, working, timeZone)
      expect(counted(due)).toBeCloseTo(seconds, 6)
      expect(counted(new Date(due.getTime() - 1))).toBeLessThan(seconds)
    }), { numRuns: 300 })
  })
})
