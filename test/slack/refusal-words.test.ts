import { describe, expect, test } from 'vitest'
import type { AccessBlock } from '../../src/domain/access/access.js'
import { privileges } from '../../src/domain/privileges.js'
import type { FieldProblem, Refusal, RefusalCode } from '../../src/domain/refused.js'
import { refusalWords } from '../../src/slack/refusal-words.js'
import { accessWords } from '../../src/slack/views/access/access-words.js'
import { problemWords } from '../../src/slack/views/problem-words.js'

const readers = [{ locale: 'en-US', timeZone: 'UTC' }, { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }]
const at = new Date('2026-03-02T09:00:00Z')

const blocks: { [reason in AccessBlock['reason']]: Extract<AccessBlock, { reason: reason }> } = {
  not_managed: { reason: 'not_managed' },
  switch_off: { reason: 'switch_off', since: at, by: 'Liam Ortiz' },
  no_subscription: { reason: 'no_subscription' },
  subscription_not_active: { reason: 'subscription_not_active', skuName: 'Business Plus', status: 'SUSPENDED' },
  consent_missing: { reason: 'consent_missing', skuName: 'Business Plus' },
  grant_missing: { reason: 'grant_missing', skuName: 'Business Plus' },
  grant_pending: { reason: 'grant_pending', skuName: 'Business Plus', until: at },
}

const problems: { [problem in FieldProblem['problem']]: Extract<FieldProblem, { problem: problem }> } = {
  required: { field: 'title', problem: 'required' },
  too_long: { field: 'title', problem: 'too_long', max: 200, length: 3001 },
  unknown: { field: 'productType', problem: 'unknown' },
  gone: { field: 'category', problem: 'gone' },
  not_of_product: { field: 'category', problem: 'not_of_product', product: 'Google Voice' },
  elsewhere: { field: 'productType', problem: 'elsewhere', product: 'Google Cloud' },
  bad_addresses: { field: 'shareWith', problem: 'bad_addresses', addresses: ['jane', 'x@'] },
  too_many: { field: 'attachments', problem: 'too_many', max: 10 },
  too_large: { field: 'attachments', problem: 'too_large', name: 'dump.log', maxBytes: 10 * 1024 * 1024 },
}

const refusals: { [code in RefusalCode]: { refusal: Extract<Refusal, { code: code }>; tells: string[] } } = {
  no_account: { refusal: { code: 'no_account', email: 'nova@hikari.example' }, tells: ['nova@hikari.example'] },
  not_a_person: { refusal: { code: 'not_a_person' }, tells: [] },
  guest_without_account: { refusal: { code: 'guest_without_account', email: 'g@acme.example' }, tells: ['g@acme.example'] },
  account_suspended: { refusal: { code: 'account_suspended', domain: 'hikari.example' }, tells: ['hikari.example'] },
  privileges_missing: { refusal: { code: 'privileges_missing', missing: [...privileges], domain: 'hikari.example', admins: ['Omar Said'] }, tells: ['hikari.example', 'Omar Said'] },
  filing_for_resellers_only: { refusal: { code: 'filing_for_resellers_only', organizationKind: 'CUSTOMER' }, tells: [] },
  customer_not_found: { refusal: { code: 'customer_not_found', words: 'hooli' }, tells: ['hooli', '/case new'] },
  case_not_found: { refusal: { code: 'case_not_found', words: '1042' }, tells: ['1042', '/case list'] },
  customers_too_many: { refusal: { code: 'customers_too_many', words: 'trading', max: 100 }, tells: ['trading', '100'] },
  case_locked: { refusal: { code: 'case_locked', number: 1042, customer: 'Globex', block: blocks.switch_off }, tells: ['#1042', 'Globex', 'Liam Ortiz'] },
  access_missing: { refusal: { code: 'access_missing', customerId: 3, customer: 'Globex', block: blocks.switch_off }, tells: ['Globex', 'Liam Ortiz'] },
  fields: { refusal: { code: 'fields', problems: Object.values(problems) }, tells: ['dump.log', '3,001', 'console.cloud.google.com'] },
  personal_data: { refusal: { code: 'personal_data', findings: [], digest: '' }, tells: [] },
  draft_gone: { refusal: { code: 'draft_gone' }, tells: ['/case new'] },
  changed_meanwhile: { refusal: { code: 'changed_meanwhile', what: 'state' }, tells: ['state'] },
  access_open: { refusal: { code: 'access_open', customer: 'Acme' }, tells: ['Acme'] },
  consent_first: { refusal: { code: 'consent_first', customer: 'Initech', block: blocks.consent_missing }, tells: ['Initech', 'Business Plus'] },
  already_requested: { refusal: { code: 'already_requested', at, admins: ['Liam Ortiz'] }, tells: ['Liam Ortiz', '2026'] },
  nobody_to_ask: { refusal: { code: 'nobody_to_ask', who: 'customer_admin', customer: 'Globex' }, tells: ['Globex'] },
  bad_command: { refusal: { code: 'bad_command', tried: 'seven', hint: '/case 1042' }, tells: ['seven', '/case 1042'] },
}

describe.each(readers)('refusals in $locale', (reader) => {
  test.each(Object.entries(refusals))('%s names the rule, the facts and the next step', (_code, { refusal, tells }) => {
    const { rule, next } = refusalWords(refusal, reader)
    expect(rule.length).toBeGreaterThan(5)
    expect(next.length).toBeGreaterThan(5)
    for (const fact of tells) expect(`${rule} ${next}`).toContain(fact)
    expect(`${rule} ${next}`).not.toMatch(/undefined|\{|\}|\[object/)
  })

  test.each(Object.values(blocks))('a lock because of $reason is worded, briefly too', (block) => {
    const words = accessWords(block, reader)
    expect(words).not.toMatch(/undefined|\{|\}/)
    if ('skuName' in block) expect(words).toContain(block.skuName)
  })

  test.each(Object.values(problems))('a field that is $problem says what to do', (problem) => {
    expect(problemWords(problem, reader)).not.toMatch(/undefined|\{|\}/)
  })
})

test('who has no admin to ask is told to ask the super admin', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [] }, readers[0]!)
  expect(next).toBe('Ask the super admin of hikari.example.')
})

test('a customer that was chosen has no words to be named by (SCOPE-1)', () => {
  const { rule, next } = refusalWords({ code: 'customer_not_found' }, readers[0]!)
  expect(`${rule} ${next}`).toBe('This is no customer of your domain, or not any more. Choose another at Customer.')
})

test('who administers alone is not sent to themselves', () => {
  const { next } = refusalWords({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS'], domain: 'hikari.example', admins: [], readerAdministers: true }, readers[0]!)
  expect(next).toBe('You are super admin of hikari.example: import a directory that grants you a role with it.')
})

test('an account unknown by email is not told an empty address', () => {
  expect(refusalWords({ code: 'no_account' }, readers[0]!).rule).toBe('No account here has your Slack email.')
})
