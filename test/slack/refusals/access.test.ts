import { describe, expect, test } from 'vitest'
import type { AccessRefusal } from '../../../src/domain/access/access-refusal.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'
import { accessWords } from '../../../src/slack/views/access/access-words.js'
import { at, blocks, describeRefusals, readers, type Samples } from './describe-refusals.js'

const subscription = { what: 'subscription', skuName: 'Business Plus' } as const

const samples: Samples<AccessRefusal['code']> = {
  access_missing: { refusal: { code: 'access_missing', customerId: 3, customer: 'Globex', block: blocks.switch_off }, tells: ['Globex', 'Liam Ortiz'] },
  access_open: { refusal: { code: 'access_open', customer: 'Acme' }, tells: ['Acme', '/case new'] },
  consent_first: { refusal: { code: 'consent_first', customer: 'Initech', block: blocks.consent_missing }, tells: ['Initech', 'Business Plus'] },
  already_requested: { refusal: { code: 'already_requested', at, admins: ['Liam Ortiz'] }, tells: ['Liam Ortiz', '2026'] },
  nobody_to_ask: { refusal: { code: 'nobody_to_ask', who: 'customer_admin', customer: 'Globex' }, tells: ['Globex', '/access grant'] },
  customer_ambiguous: {
    refusal: { code: 'customer_ambiguous', words: 'glo', some: [{ name: 'Globex', domain: 'globex.example' }, { name: 'Gloria', domain: 'gloria.example' }], more: true },
    tells: ['glo', 'Globex', 'gloria.example', '/access check globex.example'],
  },
  subscription_not_found: { refusal: { code: 'subscription_not_found', customer: 'Initech', words: 'vault', held: ['Business Plus'] }, tells: ['Initech', 'vault', 'subscription:"Business Plus"'] },
  subscription_ambiguous: { refusal: { code: 'subscription_ambiguous', customer: 'Initech', words: 'bus', held: ['Business Plus', 'Business Standard'] }, tells: ['bus', 'Business Standard'] },
  no_grant_needed: { refusal: { code: 'no_grant_needed', customer: 'Acme', skuName: 'Business Plus' }, tells: ['Acme', 'Business Plus', 'subscription:'] },
  not_customer_admin: { refusal: { code: 'not_customer_admin', customer: 'Globex', admins: ['Liam Ortiz'], readerKind: 'RESELLER' }, tells: ['Globex', 'Liam Ortiz', '/access request'] },
  already_granted: { refusal: { code: 'already_granted', customer: 'Initech', subject: subscription, pendingUntil: at }, tells: ['Initech', 'Business Plus', '2026', '/access check'] },
  nothing_to_revoke: { refusal: { code: 'nothing_to_revoke', customer: 'Initech', subject: subscription }, tells: ['Initech', 'Business Plus', '/access check'] },
  nothing_pending: { refusal: { code: 'nothing_pending', customer: 'Globex' }, tells: ['Globex', '/access check'] },
  confirm_own_record: { refusal: { code: 'confirm_own_record', customer: 'Umbrella' }, tells: ['Umbrella', '/access check'] },
}

describeRefusals(samples)

describe.each(readers)('in $locale', (reader) => {
  test.each(Object.values(blocks))('a lock because of $reason is worded, briefly too', (block) => {
    const words = accessWords(block, reader)
    expect(words).not.toMatch(/undefined|\{|\}/)
    if ('skuName' in block) expect(words).toContain(block.skuName)
  })

  test.each(['CUSTOMER', 'RESELLER', 'VENDOR'] as const)('%s who may not change access is told whom to ask, or that nobody is there', (readerKind) => {
    const asked = refusalWords({ code: 'not_customer_admin', customer: 'Globex', admins: ['Liam Ortiz', 'Ann Lee'], readerKind }, reader)
    expect(asked.next).toMatch(/Liam Ortiz.+Ann Lee/)
    const nobody = refusalWords({ code: 'not_customer_admin', customer: 'Globex', admins: [], readerKind }, reader)
    expect(nobody.next).not.toMatch(/\{|undefined/)
    expect(nobody.next).not.toBe(asked.next)
  })

  test.each([
    { subject: { what: 'switch' }, pendingUntil: null }, { subject: { what: 'switch' }, pendingUntil: at },
    { subject: subscription, pendingUntil: null }, { subject: subscription, pendingUntil: at },
  ] as const)('what is granted already says until when it is pending: $subject.what', ({ subject, pendingUntil }) => {
    const { rule } = refusalWords({ code: 'already_granted', customer: 'Initech', subject, pendingUntil }, reader)
    expect(rule.includes('2026')).toBe(pendingUntil !== null)
    expect(rule.includes('Business Plus')).toBe(subject.what === 'subscription')
  })
})

test('a customer without a known subscription lists none', () => {
  const { next } = refusalWords({ code: 'subscription_not_found', customer: 'Initech', words: 'x', held: [] }, readers[0]!)
  expect(next).toBe('No subscription of it is known: see /access check.')
})
