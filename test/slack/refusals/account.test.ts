import { expect, test } from 'vitest'
import type { AccountRefusal } from '../../../src/domain/accounts/account-refusal.js'
import { privileges } from '../../../src/domain/privileges.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'
import { describeRefusals, readers, type Samples } from './describe-refusals.js'

const samples: Partial<Samples<AccountRefusal['code']>> = {
  no_account: { refusal: { code: 'no_account', email: 'nova@hikari.example' }, tells: ['nova@hikari.example'] },
  not_a_person: { refusal: { code: 'not_a_person' }, tells: [] },
  guest_without_account: { refusal: { code: 'guest_without_account', email: 'g@acme.example' }, tells: ['g@acme.example'] },
  account_suspended: { refusal: { code: 'account_suspended', domain: 'hikari.example' }, tells: ['hikari.example'] },
  privileges_missing: { refusal: { code: 'privileges_missing', missing: [...privileges], domain: 'hikari.example', admins: ['Omar Said'] }, tells: ['hikari.example', 'Omar Said'] },
}

describeRefusals(samples)

test('who has no admin to ask is told to ask the super admin', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [] }, readers[0]!)
  expect(next).toBe('Ask the super admin of hikari.example.')
})

test('who administers alone is not sent to themselves', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [], readerAdministers: true }, readers[0]!)
  expect(next).toBe('You are super admin of hikari.example: import a directory that grants you a role with it.')
})

test('an account unknown by email is not told an empty address', () => {
  expect(refusalWords({ code: 'no_account' }, readers[0]!).rule).toBe('No account here has your Slack email.')
})
