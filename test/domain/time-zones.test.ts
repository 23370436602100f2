import { describe, expect, it } from 'vitest'
import { timeZoneWords } from '../../src/domain/time-zone-words.js'
import { isTimeZone, searchTimeZones, timeZoneLabel, timeZones } from '../../src/domain/time-zones.js'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')
const ids = (words: string): string[] => searchTimeZones(words, winter).map((choice) => choice.id)

describe('time zones', () => {
  it('are some hundreds, each valid, each once', () => {
    expect(timeZones().length).toBeGreaterThan(350)
    expect(new Set(timeZones()).size).toBe(timeZones().length)
    expect(timeZones().every(isTimeZone)).toBe(true)
  })

  it.each([
    ['Asia/Tokyo', true], ['UTC', true], ['Asia/Kolkata', true], ['Asia/Calcutta', true], ['America/Argentina/Buenos_Aires', true],
    ['+09:00', false], ['JST+9', false], ['Asia/Tokio', false], ['', false], ['../etc', false],
  ])('%j is one: %s', (zone, expected) => {
    expect(isTimeZone(zone)).toBe(expected)
  })

  it.each([
    ['Asia/Tokyo', winter, 'Asia/Tokyo (UTC+09:00)'], ['Asia/Kolkata', winter, 'Asia/Kolkata (UTC+05:30)'], ['Europe/Stockholm', winter, 'Europe/Stockholm (UTC+01:00)'],
    ['Europe/Stockholm', summer, 'Europe/Stockholm (UTC+02:00)'], ['America/New_York', winter, 'America/New_York (UTC-05:00)'], ['America/St_Johns', winter, 'America/St_Johns (UTC-03:30)'],
    ['UTC', winter, 'UTC (UTC+00:00)'],
  ])('%s is labelled with the offset of the moment', (zone, now, label) => {
    expect(timeZoneLabel(zone, now)).toBe(label)
  })

  it('starts with the common ones when nothing is typed, at most a hundred', () => {
    expect(searchTimeZones('', winter)).toHaveLength(100)
    expect(ids('').slice(0, 30)).toEqual(expect.arrayContaining(['UTC', 'Asia/Tokyo', 'Asia/Taipei', 'Asia/Seoul', 'Europe/Paris', 'Europe/Stockholm', 'America/New_York', 'Asia/Dubai']))
  })

  it.each([
    ['tok', 'Asia/Tokyo'], ['TOKYO', 'Asia/Tokyo'], ['new york', 'America/New_York'], ['new_york', 'America/New_York'], ['asia/tai', 'Asia/Taipei'], ['kolkata', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'], ['sao paulo', 'America/Sao_Paulo'], ['são', 'America/Sao_Paulo'], ['utc', 'UTC'], ['buenos', 'America/Argentina/Buenos_Aires'], ['ho chi', 'Asia/Ho_Chi_Minh'],
    ['Europe/Stockholm (UTC+01:00)', 'Europe/Stockholm'], ['東京', 'Asia/Tokyo'], ['台北', 'Asia/Taipei'], ['서울', 'Asia/Seoul'], ['japan', 'Asia/Tokyo'], ['sverige', 'Europe/Stockholm'],
    ['munich', 'Europe/Berlin'], ['Köln', 'Europe/Berlin'], ['osaka', 'Asia/Tokyo'], ['京都', 'Asia/Tokyo'], ['milan', 'Europe/Rome'], ['geneva', 'Europe/Zurich'],
    ['barcelona', 'Europe/Madrid'], ['gothenburg', 'Europe/Stockholm'], ['lyon', 'Europe/Paris'], ['busan', 'Asia/Seoul'], ['高雄', 'Asia/Taipei'], ['beijing', 'Asia/Shanghai'],
    ['shenzhen', 'Asia/Shanghai'], ['bangalore', 'Asia/Kolkata'], ['san francisco', 'America/Los_Angeles'], ['austin', 'America/Chicago'], ['montreal', 'America/Toronto'],
    ['PST', 'America/Los_Angeles'], ['gmt', 'UTC'],
  ])('are found by city: %s', (words, id) => {
    expect(ids(words)[0]).toBe(id)
  })

  it.each(['utc+9', 'UTC+09:00', '+9', '+0900', 'GMT +9', '＋９'])('are found by offset: %s', (words) => {
    expect(ids(words)[0]).toBe('Asia/Tokyo')
    expect(ids(words)).toContain('Asia/Seoul')
    expect(ids(words)).not.toContain('Asia/Shanghai')
  })

  it('are found by half hours and west of Greenwich', () => {
    expect(ids('+5:30')).toContain('Asia/Kolkata')
    expect(ids('-3:30')).toEqual(['America/St_Johns'])
    expect(searchTimeZones('utc+2', summer).map((choice) => choice.id)).toContain('Europe/Stockholm')
  })

  it('of the common ones are all known', () => {
    expect(timeZones()).toEqual(expect.arrayContaining(Object.keys(timeZoneWords)))
  })

  it('are found by region, and not at all by anything else', () => {
    expect(ids('europe').every((id) => id.startsWith('Europe/'))).toBe(true)
    expect(ids('nowhere')).toEqual([])
    expect(ids('%')).toEqual([])
  })
})
