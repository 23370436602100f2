import { describe, expect, test } from 'vitest'
import type { AccessRefusal } from '../../../src/domain/access/access-refusal.js'
import { accessWords } from '../../../src/slack/views/access/access-words.js'
import { at, blocks, describeRefusals, readers, type Samples } from './describe-refusals.js'

const samples: Partial<Samples<AccessRefusal['code']>> = {
  access_missing: { refusal: { code: 'access_missing', customerId: 3, customer: 'Globex', block: blocks.switch_off }, tells: ['Globex', 'Liam Ortiz'] },
  access_open: { refusal: { code: 'access_open', customer: 'Acme' }, tells: ['Acme'] },
  consent_first: { refusal: { code: 'consent_first', customer: 'Initech', block: blocks.consent_missing }, tells: ['Initech', 'Business Plus'] },
  already_requested: { refusal: { code: 'already_requested', at, admins: ['Liam Ortiz'] }, tells: ['Liam Ortiz', '2026'] },
  nobody_to_ask: { refusal: { code: 'nobody_to_ask', who: 'customer_admin', customer: 'Globex' }, tells: ['Globex'] },
}

describeRefusals(samples)

describe.each(readers)('locks in $locale', (reader) => {
  test.each(Object.values(blocks))('a lock because of $reason is worded, briefly too', (block) => {
    const words = accessWords(block, reader)
    expect(words).not.toMatch(/undefined|\{|\}/)
    if ('skuName' in block) expect(words).toContain(block.skuName)
  })
})
