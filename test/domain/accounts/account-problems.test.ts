import { expect, test } from 'vitest'
import { bareAddress, newAccountProblems, unitProblems } from '../../../src/domain/accounts/account-problems.js'
import { alertAddress } from '../../../src/domain/accounts/alert-address.js'

const good = { email: 'mei@hikari.example', personEmail: 'mei@mail.example', name: 'Mei' }
const domains = ['hikari.example', 'hikari.test']

test.each<[string, Partial<typeof good>, boolean, object[]]>([
  ['a good one', {}, false, []],
  ['on a secondary domain', { email: 'mei@hikari.test' }, false, []],
  ['no address', { email: '' }, false, [{ field: 'email', problem: 'required' }]],
  ['not an address', { email: 'mei@' }, false, [{ field: 'email', problem: 'not_an_address' }]],
  ['on another domain', { email: 'mei@boreal.example' }, false, [{ field: 'email', problem: 'not_on_domains', domains }]],
  ['on a subdomain', { email: 'mei@x.hikari.example' }, false, [{ field: 'email', problem: 'not_on_domains', domains }]],
  ['taken', {}, true, [{ field: 'email', problem: 'taken' }]],
  ['everything wrong', { email: '', name: '', personEmail: 'x' }, false, [
    { field: 'email', problem: 'required' }, { field: 'name', problem: 'required' }, { field: 'personEmail', problem: 'not_an_address' },
  ]],
  ['a long name', { name: '花'.repeat(101) }, false, [{ field: 'name', problem: 'too_long', max: 100, length: 101 }]],
])('ACCOUNT-1: a new account: %s', (_what, change, taken, problems) => {
  expect(newAccountProblems({ ...good, ...change }, domains, taken)).toEqual(problems)
})

test('an address is kept without spaces, in lower case', () => expect(bareAddress(' Mei@Hikari.Example\n')).toBe('mei@hikari.example'))

test('a unit has to be one of the organization', () => {
  const units = [{ id: 'u1', path: '/', automaticLicensing: false }]
  expect([unitProblems(null, units), unitProblems('u1', units), unitProblems('u2', units)]).toEqual([[], [], [{ field: 'unit', problem: 'unknown' }]])
})

test('ACCOUNT-4: alerts go to the alert address, else to the account’s own', () => {
  expect(alertAddress({ email: 'mei@hikari.example', alertEmail: null })).toBe('mei@hikari.example')
  expect(alertAddress({ email: 'mei@hikari.example', alertEmail: 'mei@phone.example' })).toBe('mei@phone.example')
})
