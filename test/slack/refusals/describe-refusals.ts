import { describe, expect, test } from 'vitest'
import type { AccessBlock } from '../../../src/domain/access/access.js'
import type { Refusal, RefusalCode } from '../../../src/domain/refused.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'

export const readers = [{ locale: 'en-US', timeZone: 'UTC' }, { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }]
export const at = new Date('2026-03-02T09:00:00Z')

/** One refusal of each code, and what its words must tell. */
export type Samples<C extends RefusalCode> = { [code in C]: { refusal: Extract<Refusal, { code: code }>; tells: string[] } }

export function describeRefusals(samples: Record<string, { refusal: Refusal; tells: string[] }>): void {
  describe.each(readers)('refusals in $locale', (reader) => {
    test.each(Object.entries(samples))('%s names the rule, the facts and the next step', (_code, { refusal, tells }) => {
      const { rule, next } = refusalWords(refusal, reader)
      expect(rule.length).toBeGreaterThan(5)
      expect(next.length).toBeGreaterThan(5)
      for (const fact of tells) expect(`${rule} ${next}`).toContain(fact)
      expect(`${rule} ${next}`).not.toMatch(/undefined|\{|\}|\[object/)
    })
  })
}

export const blocks: { [reason in AccessBlock['reason']]: Extract<AccessBlock, { reason: reason }> } = {
  not_managed: { reason: 'not_managed' },
  switch_off: { reason: 'switch_off', since: at, by: 'Liam Ortiz' },
  switch_pending: { reason: 'switch_pending', until: at },
  no_subscription: { reason: 'no_subscription' },
  subscription_not_active: { reason: 'subscription_not_active', skuName: 'Business Plus', status: 'SUSPENDED' },
  consent_missing: { reason: 'consent_missing', skuName: 'Business Plus' },
  grant_missing: { reason: 'grant_missing', skuName: 'Business Plus' },
  grant_pending: { reason: 'grant_pending', skuName: 'Business Plus', until: at },
}
