import { expect, test } from 'vitest'
import { dayKey, formatSlackDate } from '../../src/sandbox/page/text/slack-date.js'
import { dayName, timeOfDay, zoneOffset } from '../../src/sandbox/page/text/times.js'

const now = Date.parse('2026-11-20T12:00:00Z')
const at = (iso: string) => Date.parse(iso) / 1000
const english = { locale: 'en-US', timeZone: 'UTC', now }

test.each([
  ['{date_num}', '2026-11-18'],
  ['{date_slash}', '2026/11/18'],
  ['{date}', 'November 18, 2026'],
  ['{date_short}', 'Nov 18, 2026'],
  ['{date_long}', 'Wednesday, November 18, 2026'],
  ['{date_pretty}', 'November 18, 2026'],
  ['{time}', '6:39 AM'],
  ['{time_secs}', '6:39:42 AM'],
  ['{ago}', '2 days ago'],
  ['on {date_num}, {nothing}', 'on 2026-11-18, {nothing}'],
])('%s', (format, expected) => {
  const said = formatSlackDate(at('2026-11-18T06:39:42Z'), format, english)
  // Node and Chromium put a narrow no-break space before AM.
  expect(said.replaceAll('\u202f', ' ')).toBe(expected)
})

test.each([
  ['2026-11-20T23:00:00Z', 'en-US', 'UTC', 'today'],
  ['2026-11-19T01:00:00Z', 'en-US', 'UTC', 'yesterday'],
  ['2026-11-21T01:00:00Z', 'en-US', 'UTC', 'tomorrow'],
  // 16:00 in London is tomorrow's 01:00 in Tokyo.
  ['2026-11-20T16:00:00Z', 'ja-JP', 'Asia/Tokyo', '明日'],
  ['2026-11-18T12:00:00Z', 'sv-SE', 'Europe/Stockholm', '18 nov. 2026'],
])('pretty day of %s in %s', (iso, locale, timeZone, expected) => {
  expect(formatSlackDate(at(iso), '{date_short_pretty}', { locale, timeZone, now })).toBe(expected)
})

test.each([
  ['2026-11-20T13:58:00Z', 'in 2 hours'],
  ['2026-11-20T11:59:30Z', '30 seconds ago'],
  ['2026-11-20T12:20:00Z', 'in 20 minutes'],
])('how long ago: %s', (iso, expected) => {
  expect(formatSlackDate(at(iso), '{ago}', english)).toBe(expected)
})

test('days and times are those of the zone', () => {
  expect(dayKey(Date.parse('2026-11-20T16:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-21')
  expect(timeOfDay(now, 'Asia/Tokyo')).toBe('21:00')
  expect(zoneOffset('Asia/Tokyo', now)).toBe('UTC+9')
})

test.each([
  ['2026-11-20T01:00:00Z', 'Today'],
  ['2026-11-19T23:00:00Z', 'Yesterday'],
  ['2026-11-13T12:00:00Z', 'Friday, November 13'],
  ['2025-11-13T12:00:00Z', 'Thursday, November 13, 2025'],
])('day line of %s', (iso, expected) => {
  expect(dayName(Date.parse(iso), { timeZone: 'UTC', now })).toBe(expected)
})
