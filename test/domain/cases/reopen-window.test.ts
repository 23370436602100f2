/** CASE-6: until when a closed case can be reopened, to the last moment. */
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { actionBlockedBy } from '../../../src/domain/cases/case-actions.js'
import type { ActedCase } from '../../../src/domain/cases/case-actions.js'
import { reopenBlockedBy, reopenDeadline } from '../../../src/domain/cases/case-rules.js'

const wallClock = (at: Date, zone: string): string => format(new TZDate(at.getTime(), zone), 'yyyy-MM-dd HH:mm')
const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

/** Closed at nine in the morning of each place; thirty days of 24 hours later its clocks on the wall may show another hour. */
const closings: [what: string, zone: string, closedAt: string, days: number, closed: string, deadline: string][] = [
  ['no change of clocks', 'Asia/Tokyo', '2026-03-01T00:00:00Z', 30, '2026-03-01 09:00', '2026-03-31 09:00'],
  ['in UTC', 'UTC', '2026-03-01T09:00:00Z', 30, '2026-03-01 09:00', '2026-03-31 09:00'],
  ['clocks going forward', 'America/New_York', '2026-02-15T14:00:00Z', 30, '2026-02-15 09:00', '2026-03-17 10:00'],
  ['clocks going back', 'America/New_York', '2026-10-10T13:00:00Z', 30, '2026-10-10 09:00', '2026-11-09 08:00'],
  ['clocks going forward', 'Europe/Paris', '2026-03-01T08:00:00Z', 30, '2026-03-01 09:00', '2026-03-31 10:00'],
  ['clocks going back', 'Europe/Paris', '2026-10-01T07:00:00Z', 30, '2026-10-01 09:00', '2026-10-31 08:00'],
  ['clocks going back by half an hour', 'Australia/Lord_Howe', '2026-03-20T22:00:00Z', 30, '2026-03-21 09:00', '2026-04-20 08:30'],
  ['clocks going forward by half an hour', 'Australia/Lord_Howe', '2026-09-14T22:30:00Z', 30, '2026-09-15 09:00', '2026-10-15 09:30'],
  ['a day that never was', 'Pacific/Apia', '2011-12-15T19:00:00Z', 30, '2011-12-15 09:00', '2012-01-15 09:00'],
  ['a deadline in the hour that comes twice', 'America/New_York', '2026-10-02T05:30:00Z', 30, '2026-10-02 01:30', '2026-11-01 01:30'],
  ['a leap day', 'Asia/Kathmandu', '2028-02-14T03:15:00Z', 30, '2028-02-14 09:00', '2028-03-15 09:00'],
  ['a changed setting', 'America/New_York', '2026-03-01T14:00:00Z', 7, '2026-03-01 09:00', '2026-03-08 10:00'],
  ['one day', 'Europe/Paris', '2026-10-24T07:00:00Z', 1, '2026-10-24 09:00', '2026-10-25 08:00'],
  ['a year', 'Europe/Paris', '2026-06-01T07:00:00Z', 365, '2026-06-01 09:00', '2027-06-01 09:00'],
]

describe.each(closings)('reopening over %s in %s', (_what, zone, closing, days, closed, until) => {
  const closedAt = new Date(closing)
  const deadline = reopenDeadline(closedAt, days)
  const kase: ActedCase = {
    number: 1042, state: 'CLOSED', severity: 'P3', tier: 'STANDARD', desk: 'BUILT_IN', escalatedAt: null, ownerId: null, deskOwnerId: null, closedAt, reopenWindowDays: days,
  }

  it('is for days of 24 hours, whatever the clocks do', () => {
    expect(deadline.getTime() - closedAt.getTime()).toBe(days * 86_400_000)
    expect([wallClock(closedAt, zone), wallClock(deadline, zone)]).toEqual([closed, until])
  })

  it.each([
    ['the moment it was closed', 0, null], ['a second before the last', days * 86_400_000 - 1000, null], ['the millisecond before the last', days * 86_400_000 - 1, null],
    ['the last millisecond', days * 86_400_000, null], ['the first after it', days * 86_400_000 + 1, 'window_passed'], ['a second later', days * 86_400_000 + 1000, 'window_passed'],
  ] as const)('%s', (_when, milliseconds, block) => {
    const now = after(closedAt, milliseconds)
    expect(reopenBlockedBy(kase, days, now)).toEqual(block && { reason: block, deadline })
    expect(actionBlockedBy('reopen', kase, { accountId: 'a', organizationKind: 'RESELLER' }, now)).toEqual(block && { code: 'reopen_window_passed', number: 1042, deadline })
    // What else is refused names the same deadline, as long as there is one.
    expect(actionBlockedBy('reply', kase, { accountId: 'a', organizationKind: 'RESELLER' }, now)).toEqual({ code: 'case_closed', number: 1042, reopenUntil: block ? null : deadline })
  })
})

describe('of a case closed twice', () => {
  it('the last closing counts', () => {
    const [first, second] = [new Date('2026-03-01T08:00:00Z'), new Date('2026-03-30T08:00:00Z')]
    const now = reopenDeadline(second, 30)
    expect(reopenBlockedBy({ state: 'CLOSED', closedAt: first }, 30, now)).toMatchObject({ reason: 'window_passed' })
    expect(reopenBlockedBy({ state: 'CLOSED', closedAt: second }, 30, now)).toBeNull()
    expect(reopenBlockedBy({ state: 'CLOSED', closedAt: second }, 30, after(now, 1))).toEqual({ reason: 'window_passed', deadline: now })
  })
})
