import { describe, expect, test } from 'vitest'
import { licenceBlockedBy, licenceRequestProblems, twoLicences } from '../../../src/domain/accounts/licence-rules.js'
import type { LicenceState } from '../../../src/domain/accounts/licence-state.js'

const pool = (more: Partial<LicenceState>): LicenceState => ({ domain: 'hikari.example', ordered: true, total: 50, assigned: 0, left: 50, automaticUnits: [], requested: null, ...more })

describe('licenceBlockedBy (ACCOUNT-2)', () => {
  test.each<[string, boolean, boolean, Partial<LicenceState>, string | null]>([
    ['one is left', true, false, { left: 1 }, null],
    ['none is left', true, false, { left: 0 }, 'no_licence_left'],
    ['none was ordered', true, false, { ordered: false, total: 0, left: 0 }, 'licences_not_ordered'],
    ['none is left, and it holds one', true, true, { left: 0 }, null],
    ['none is left, and none is wanted', false, false, { left: 0 }, null],
    ['none is left, and it gives its own back', false, true, { ordered: false, left: 0 }, null],
  ])('%s', (_what, wanted, held, state, code) => {
    expect(licenceBlockedBy(wanted, held, pool(state))?.code ?? null).toBe(code)
  })
})

describe('twoLicences (ACCOUNT-2)', () => {
  const root = { id: 'r', path: '/', automaticLicensing: true }
  const manual = { id: 'm', path: '/Sales', automaticLicensing: false }
  const automatic = { id: 'a', path: '/Support', automaticLicensing: true }
  const units = [root, manual, automatic]
  const nothing = { licence: false, unit: null }
  test.each([
    ['taken in a unit with automatic licensing', nothing, { licence: true, unit: automatic }, '/Support'],
    ['taken in a unit without', nothing, { licence: true, unit: manual }, null],
    ['taken in the root, which is no unit', nothing, { licence: true, unit: null }, '/'],
    ['not taken', nothing, { licence: false, unit: automatic }, null],
    ['moved into such a unit', { licence: true, unit: manual }, { licence: true, unit: automatic }, '/Support'],
    ['both there before', { licence: true, unit: automatic }, { licence: true, unit: automatic }, null],
  ])('%s', (_what, before, after, unit) => {
    expect(twoLicences(before, after, units)).toEqual(unit && { code: 'two_licences', unit })
  })
  test('no unit and no root known', () => expect(twoLicences(nothing, { licence: true, unit: null }, [automatic])).toBeNull())
})

test.each<[number, string, object[]]>([
  [1, 'New hires', []],
  [500, 'New hires', []],
  [0, 'New hires', [{ field: 'count', problem: 'not_a_number', min: 1, max: 500 }]],
  [501, '', [{ field: 'count', problem: 'not_a_number', min: 1, max: 500 }, { field: 'reason', problem: 'required' }]],
  [1.5, 'New hires', [{ field: 'count', problem: 'not_a_number', min: 1, max: 500 }]],
  [Number.NaN, 'New hires', [{ field: 'count', problem: 'not_a_number', min: 1, max: 500 }]],
  [5, 'x'.repeat(1001), [{ field: 'reason', problem: 'too_long', max: 1000, length: 1001 }]],
])('a request for %d licences because "%s"', (count, reason, problems) => {
  expect(licenceRequestProblems({ count, reason })).toEqual(problems)
})
