import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestTarget, parseTarget, parseTimeOfDay, readTyped, targetFields, targetText, timeOfDayText, typedOf } from '../../../src/domain/clocks/parse-targets.js'
import type { TypedSettings } from '../../../src/domain/clocks/parse-targets.js'
import { defaultSettings } from '../../../src/domain/clocks/response-settings.js'
import { defaultTargets } from '../../../src/domain/clocks/response-targets.js'

describe('a target as it is typed', () => {
  it.each<[string, number, boolean]>([
    ['15m', 15, true], ['4h', 240, true], ['8h working', 480, false], ['1h 30m', 90, true], ['1h30m', 90, true], ['90m', 90, true],
    [' 4 H ', 240, true], ['4 hours', 240, true], ['1 hour', 60, true], ['30 min', 30, true], ['1 minute', 1, true], ['8h, working hours', 480, false],
    ['4h 24x7', 240, true], ['8 WORKING HOURS', 0, false], ['４ｈ', 240, true], ['8時間 営業時間', 480, false], ['15分', 15, true], ['1時間30分', 90, true],
    ['720h', longestTarget, true], ['43200m working', longestTarget, false],
  ])('%s', (text, minutes, aroundTheClock) => {
    expect(parseTarget(text)).toEqual(minutes === 0 ? null : { minutes, aroundTheClock })
  })

  it.each(['', ' ', 'working', '24x7', '4', 'h', '-4h', '4.5h', '0m', '0h', '721h', '720h 1m', '43201m', '999999h', '4d', 'soon', '4h or so', 'working 8h', '4h 4h'])('“%s” is none', (text) => {
    expect(parseTarget(text)).toBeNull()
  })

  it('is read again as it was shown', () => {
    fc.assert(fc.property(fc.record({ minutes: fc.integer({ min: 1, max: longestTarget }), aroundTheClock: fc.boolean() }), (setting) => {
      expect(parseTarget(targetText(setting))).toEqual(setting)
    }))
  })

  it('is never thrown at, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const read = parseTarget(text)
      expect(read === null || (read.minutes >= 1 && read.minutes <= longestTarget)).toBe(true)
    }))
  })
})

describe('a time of the day', () => {
  it.each([['09:00', 540], ['9:00', 540], ['00:00', 0], ['24:00', 1440], ['17.30', 1050], [' ０９：００ ', 540]])('%s', (text, minutes) => {
    expect(parseTimeOfDay(text)).toBe(minutes)
  })

  it.each(['', '9', '24:01', '25:00', '12:60', '9am', '9:0', '-1:00', '009:00'])('“%s” is none', (text) => {
    expect(parseTimeOfDay(text)).toBeNull()
  })

  it('is read again as it was shown', () => {
    for (let minutes = 0; minutes <= 1440; minutes += 1) expect(parseTimeOfDay(timeOfDayText(minutes))).toBe(minutes)
  })
})

describe('the settings as they are typed', () => {
  const typed = (more: Partial<TypedSettings> = {}): TypedSettings => ({ ...typedOf(defaultSettings), ...more })

  it('are read again as they were shown, each day once and in order', () => {
    expect(readTyped(typed())).toEqual({ settings: defaultSettings })
    expect(readTyped(typed({ days: [5, 1, 5], timeZone: 'Asia/Tokyo' }))).toEqual({
      settings: { targets: defaultTargets, hours: { days: [1, 5], from: 540, to: 1020, timeZone: 'Asia/Tokyo' } },
    })
  })

  it.each<[string, Partial<TypedSettings>, object[]]>([
    ['no day', { days: [] }, [{ field: 'workingDays', problem: 'required' }]],
    ['a day that is none', { days: [0, 8, Number.NaN] }, [{ field: 'workingDays', problem: 'required' }]],
    ['no time', { from: '', to: 'five' }, [{ field: 'worksFrom', problem: 'not_a_time' }, { field: 'worksTo', problem: 'not_a_time' }]],
    ['a day that ends before it begins', { from: '17:00', to: '09:00' }, [{ field: 'worksTo', problem: 'day_too_short' }]],
    ['a day of less than an hour', { from: '09:00', to: '09:59' }, [{ field: 'worksTo', problem: 'day_too_short' }]],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, [{ field: 'workZone', problem: 'unknown' }]],
    ['targets that are none, in the form’s order', {
      targets: { ...typedOf(defaultSettings).targets, target_PREMIUM_P4: '8 working', target_STANDARD_P2: '' }, days: [],
    }, [{ field: 'target_STANDARD_P2', problem: 'not_a_duration' }, { field: 'target_PREMIUM_P4', problem: 'not_a_duration' }, { field: 'workingDays', problem: 'required' }]],
  ])('with %s are told at the field', (_what, more, problems) => {
    expect(readTyped(typed(more))).toEqual({ problems })
  })

  it('have a field for each tier and severity', () => {
    expect(targetFields).toHaveLength(12)
    expect(new Set(targetFields).size).toBe(12)
  })
})
