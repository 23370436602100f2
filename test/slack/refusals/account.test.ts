import { describe, expect, test } from 'vitest'
import type { AccountRefusal } from '../../../src/domain/accounts/account-refusal.js'
import type { FormProblem } from '../../../src/domain/form-problem.js'
import { privileges } from '../../../src/domain/privileges.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'
import { formProblemWords } from '../../../src/slack/views/form-problem-words.js'
import { describeRefusals, readers, type Samples } from './describe-refusals.js'

const problems: { [problem in FormProblem['problem']]: Extract<FormProblem, { problem: problem }> } = {
  required: { field: 'name', problem: 'required' },
  unknown: { field: 'unit', problem: 'unknown' },
  too_long: { field: 'roleName', problem: 'too_long', max: 100, length: 3001 },
  not_a_number: { field: 'remindAfterHours', problem: 'not_a_number', min: 1, max: 168 },
  not_an_address: { field: 'alertEmail', problem: 'not_an_address' },
  not_on_domains: { field: 'email', problem: 'not_on_domains', domains: ['hikari.example', 'hikari.jp.example'] },
  taken: { field: 'email', problem: 'taken' },
  channel_taken: { field: 'updatesChannel', problem: 'channel_taken' },
  reminder_after_expiry: { field: 'expireAfterHours', problem: 'reminder_after_expiry' },
  personal_data: { field: 'reason', problem: 'personal_data', excerpts: ['j…@acme.example'] },
  unchanged: { field: 'severity', problem: 'unchanged' },
  bad_addresses: { field: 'shareWith', problem: 'bad_addresses', addresses: ['jane', 'x@'] },
  too_many: { field: 'shareWith', problem: 'too_many', max: 50 },
  not_a_duration: { field: 'target_PREMIUM_P1', problem: 'not_a_duration' },
  not_a_time: { field: 'worksFrom', problem: 'not_a_time' },
  day_too_short: { field: 'worksTo', problem: 'day_too_short' },
  too_large: { field: 'file', problem: 'too_large', maxBytes: 10 * 1024 * 1024 },
  not_a_portal_number: { field: 'portalNumber', problem: 'not_a_portal_number' },
}

const samples: Samples<AccountRefusal['code']> = {
  no_account: { refusal: { code: 'no_account', email: 'nova@hikari.example' }, tells: ['nova@hikari.example'] },
  not_a_person: { refusal: { code: 'not_a_person' }, tells: [] },
  guest_without_account: { refusal: { code: 'guest_without_account', email: 'g@acme.example' }, tells: ['g@acme.example'] },
  account_suspended: { refusal: { code: 'account_suspended', domain: 'hikari.example' }, tells: ['hikari.example'] },
  privileges_missing: { refusal: { code: 'privileges_missing', missing: [...privileges], domain: 'hikari.example', admins: ['Omar Said'] }, tells: ['hikari.example', 'Omar Said'] },
  no_account_on_domain: { refusal: { code: 'no_account_on_domain', domain: 'initech.example', domains: ['hikari.example', 'boreal.example'] }, tells: ['initech.example', 'boreal.example', '/portal switch'] },
  other_account: { refusal: { code: 'other_account', domain: 'boreal.example', signedIn: 'hikari.example' }, tells: ['hikari.example', '/portal switch boreal.example'] },
  account_not_found: { refusal: { code: 'account_not_found' }, tells: ['/portal users'] },
  role_not_found: { refusal: { code: 'role_not_found' }, tells: ['/portal roles'] },
  last_super_admin: { refusal: { code: 'last_super_admin', domain: 'hikari.example' }, tells: ['hikari.example', '/portal users'] },
  role_in_use: { refusal: { code: 'role_in_use', name: 'Night shift', holders: 3 }, tells: ['Night shift', '3'] },
  legacy_role: { refusal: { code: 'legacy_role', name: 'Legacy Enterprise Support' }, tells: ['Legacy Enterprise Support'] },
  no_licence_left: { refusal: { code: 'no_licence_left', domain: 'hikari.example', total: 50 }, tells: ['hikari.example', '50', '/portal licences'] },
  licences_not_ordered: { refusal: { code: 'licences_not_ordered', domain: 'hikari.example' }, tells: ['hikari.example', '/portal licences'] },
  two_licences: { refusal: { code: 'two_licences', unit: '/Support' }, tells: ['/Support'] },
  for_resellers_only: { refusal: { code: 'for_resellers_only', organizationKind: 'CUSTOMER' }, tells: ['/portal'] },
  form: { refusal: { code: 'form', problems: Object.values(problems) }, tells: ['hikari.jp.example', '168', '3,001'] },
}

describeRefusals(samples)

describe.each(readers)('small forms in $locale', (reader) => {
  test.each(Object.values(problems))('a field that is $problem says what to do', (problem) => {
    expect(formProblemWords(problem, reader)).not.toMatch(/undefined|\{|\}/)
  })
})

test('who has no admin to ask is told to ask the super admin', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [] }, readers[0]!)
  expect(next).toBe('Ask the super admin of hikari.example.')
})

test('who administers alone is not sent to themselves', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [], readerAdministers: true }, readers[0]!)
  expect(next).toBe('You are super admin of hikari.example: give yourself a role with it, with /portal users.')
})

test('an account unknown by email is not told an empty address', () => {
  expect(refusalWords({ code: 'no_account' }, readers[0]!).rule).toBe('No account here has your Slack email.')
})

test.each(['fr-FR', 'sv_SE', 'not a locale'])('names are joined in the language of the words around them, also for %s, which has no catalog', (locale) => {
  const { rule, next } = refusalWords(
    { code: 'privileges_missing', missing: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], domain: 'hikari.example', admins: ['Omar', 'Dana'], readerAdministers: false },
    { locale, timeZone: 'UTC' },
  )
  expect(rule).toContain(' and ')
  expect(next).toContain('Omar and Dana')
})
