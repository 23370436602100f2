import { describe, expect, it } from 'vitest'
import type { HeldSubscription, LedgerEntry } from '../../../src/domain/access/access.js'
import { filingAccess, partnerOpens, readingBlock } from '../../../src/domain/access/partner.js'
import type { FilingAccessFacts } from '../../../src/domain/access/partner.js'
import { partnerStates } from '../../../src/domain/words.js'

const now = new Date('2026-11-20T12:00:00Z')
const off: LedgerEntry = { change: 'SWITCH_OFF', subscriptionId: null, at: now, effectiveAt: now, actorId: null, actorName: 'Liam Ortiz', basis: 'CUSTOMER_ADMIN' }
const workspace: HeldSubscription = { id: 's', productId: 'google-workspace', skuName: 'Business Plus', seller: 'RESELLER', status: 'ACTIVE' }
const products = [{ id: 'google-workspace' }, { id: 'google-vault' }, { id: 'google-cloud', elsewhere: true }]
const relation = { partnerId: 'fixit', productId: 'google-workspace', state: 'ACTIVE' as const }

function access(over: Partial<FilingAccessFacts>): ReturnType<typeof filingAccess> {
  return filingAccess({
    actorOrgId: 'hikari', customer: { organizationId: 'acme', resellerId: 'hikari' }, relations: [], products, subscriptions: [workspace], ledger: [], now, ...over,
  })
}
const by = (over: Partial<FilingAccessFacts>): unknown => Object.fromEntries(access(over).products.map((each) => [each.productId, each.by]))

describe('a partner relation', () => {
  it.each(partnerStates)('%s opens its own service only when it is active (PARTNER-2, PARTNER-4)', (state) => {
    expect(partnerOpens({ productId: 'google-vault', state }, 'google-vault')).toBe(state === 'ACTIVE')
    expect(partnerOpens({ productId: 'google-vault', state }, 'google-workspace')).toBe(false)
  })
})

describe('what an organization may file for a customer', () => {
  it('is what its reseller access opens', () => {
    expect(by({})).toEqual({ 'google-workspace': 'reseller_access', 'google-vault': null, 'google-cloud': null })
    expect(access({})).toMatchObject({ open: true, block: null })
  })

  it('is nothing for another reseller domain, whatever the ledger says (SCOPE-1)', () => {
    const other = access({ actorOrgId: 'boreal' })
    expect(other).toMatchObject({ open: false, block: { reason: 'not_managed' } })
    for (const { effective, by: virtue } of other.products) expect([effective, virtue]).toEqual([{ open: false, block: { reason: 'not_managed' } }, null])
  })

  it('is nothing when nobody manages the customer', () => {
    expect(access({ customer: { resellerId: null } }).open).toBe(false)
  })

  it('is the assigned service for a partner, with the switch off too (ACCESS-1)', () => {
    const facts = { actorOrgId: 'fixit', relations: [relation], ledger: [off] }
    expect(by(facts)).toEqual({ 'google-workspace': 'partner', 'google-vault': null, 'google-cloud': null })
    expect(access(facts)).toMatchObject({ open: true, block: null })
  })

  it('is nothing by a relation of somebody else, or one that waits', () => {
    expect(access({ actorOrgId: 'fixit', relations: [{ ...relation, partnerId: 'other' }] }).open).toBe(false)
    expect(access({ actorOrgId: 'fixit', relations: [{ ...relation, state: 'PENDING' }] }).open).toBe(false)
  })

  it('stands on the relation where a reseller that manages lost its access (PARTNER-3)', () => {
    const facts = { relations: [{ ...relation, partnerId: 'hikari', productId: 'google-vault' }], ledger: [off] }
    expect(by(facts)).toEqual({ 'google-workspace': null, 'google-vault': 'partner', 'google-cloud': null })
    expect(access(facts).open).toBe(true)
  })

  it('is told by the access first where both open it', () => {
    expect(by({ relations: [{ ...relation, partnerId: 'hikari' }] })).toMatchObject({ 'google-workspace': 'reseller_access' })
  })

  it('is what it holds for the customer itself, whoever sold it, and whatever its reseller may (SCOPE-4)', () => {
    for (const seller of ['RESELLER', 'GOOGLE'] as const) for (const resellerId of ['hikari', null]) {
      const facts = { actorOrgId: 'acme', ledger: [off], subscriptions: [{ ...workspace, seller }], customer: { organizationId: 'acme', resellerId } }
      expect(by(facts)).toEqual({ 'google-workspace': 'own', 'google-vault': null, 'google-cloud': null })
      expect(access(facts)).toMatchObject({ open: true, block: null })
    }
  })

  it('is nothing for the customer itself that it does not hold, or not any more', () => {
    const own = { actorOrgId: 'acme', customer: { organizationId: 'acme', resellerId: null } }
    expect(access({ ...own, subscriptions: [] })).toMatchObject({ open: false, block: { reason: 'no_subscription' } })
    for (const status of ['SUSPENDED', 'CANCELLED'] as const) {
      expect(access({ ...own, subscriptions: [{ ...workspace, status }] })).toMatchObject({ open: false, block: { reason: 'subscription_not_active', skuName: 'Business Plus', status } })
      expect(access({ ...own, subscriptions: [{ ...workspace, status }, { ...workspace, id: 's2' }] }).open).toBe(true)
    }
  })

  it('says why when all is closed', () => {
    expect(access({ ledger: [off] }).block).toEqual({ reason: 'switch_off', since: now, by: 'Liam Ortiz' })
    expect(access({ subscriptions: [] }).block).toEqual({ reason: 'no_subscription' })
  })
})

describe('reading what was filed (ACCESS-1, ACCESS-2)', () => {
  const ended: HeldSubscription = { ...workspace, status: 'CANCELLED' }
  const google: HeldSubscription = { ...workspace, id: 'g', seller: 'GOOGLE' }
  const row = (change: LedgerEntry['change'], hours = 48): LedgerEntry =>
    ({ ...off, change, subscriptionId: 'g', at: new Date(now.getTime() - hours * 3_600_000), effectiveAt: new Date(now.getTime() - (hours - 24) * 3_600_000) })

  it.each<[string, Partial<FilingAccessFacts>, string | null]>([
    ['open by reseller access', {}, null],
    ['open, though the subscription has ended', { subscriptions: [ended] }, null],
    ['open, though the directory tells of no subscription', { subscriptions: [] }, null],
    ['locked while the switch is off', { ledger: [off] }, 'switch_off'],
    ['locked while the switch is off, without a subscription too', { subscriptions: [], ledger: [off] }, 'switch_off'],
    ['locked while the switch is pending, without a subscription too', { subscriptions: [], ledger: [off, { ...off, change: 'SWITCH_ON', effectiveAt: new Date(now.getTime() + 1) }] }, 'switch_pending'],
    ['open once it is on again', { subscriptions: [], ledger: [off, { ...off, change: 'SWITCH_ON' }] }, null],
    ['locked without consent', { subscriptions: [google] }, 'consent_missing'],
    ['locked without consent, though one bought from the reseller has ended', { subscriptions: [ended, google] }, 'consent_missing'],
    ['locked without consent, ended or not', { subscriptions: [{ ...google, status: 'SUSPENDED' }] }, 'consent_missing'],
    ['locked without a grant', { subscriptions: [google], ledger: [row('CONSENT')] }, 'grant_missing'],
    ['locked while a grant is pending', { subscriptions: [google], ledger: [row('CONSENT'), row('GRANT', 1)] }, 'grant_pending'],
    ['locked when the grant was withdrawn', { subscriptions: [google], ledger: [row('CONSENT'), row('GRANT'), row('GRANT_WITHDRAWN', 1)] }, 'grant_missing'],
    ['open with a grant that works', { subscriptions: [google], ledger: [row('CONSENT'), row('GRANT')] }, null],
    ['open with such a grant when the subscription has ended', { subscriptions: [{ ...google, status: 'CANCELLED' }], ledger: [row('CONSENT'), row('GRANT')] }, null],
    ['locked for a domain that does not manage the customer', { customer: { organizationId: 'acme', resellerId: 'boreal' } }, 'not_managed'],
    ['open to an active partner, whatever the switch', { customer: { resellerId: 'boreal' }, relations: [{ ...relation, partnerId: 'hikari' }], ledger: [off] }, null],
    ['locked for a partner of another service', { customer: { resellerId: 'boreal' }, relations: [{ ...relation, partnerId: 'hikari', productId: 'google-vault' }] }, 'not_managed'],
    ['open to the customer itself', { actorOrgId: 'acme', ledger: [off] }, null],
    ['open to a partner who filed it and manages the customer without access', { relations: [{ ...relation, partnerId: 'hikari' }], ledger: [off] }, null],
  ])('is %s', (_, over, reason) => {
    const facts = { actorOrgId: 'hikari', customer: { organizationId: 'acme', resellerId: 'hikari' }, relations: [], subscriptions: [workspace], ledger: [], now, ...over }
    expect(readingBlock({ productId: 'google-workspace', filedByOrgId: 'hikari', kind: 'DELEGATED' }, facts)?.reason ?? null).toBe(reason)
  })

  it.each<[string, 'DELEGATED' | 'DIRECT', string, string | null]>([
    ['its own case', 'DELEGATED', 'hikari', null],
    ['a direct case', 'DIRECT', 'acme', null],
    ['a case of another partner', 'DELEGATED', 'fixit', 'switch_off'],
  ])('by an active relation alone is that of %s, and of no other partner’s (SCOPE-5)', (_, kind, filedByOrgId, reason) => {
    const facts = { actorOrgId: 'hikari', customer: { organizationId: 'acme', resellerId: 'hikari' }, relations: [{ ...relation, partnerId: 'hikari' }], subscriptions: [workspace], ledger: [off], now }
    expect(readingBlock({ productId: 'google-workspace', filedByOrgId, kind }, facts)?.reason ?? null).toBe(reason)
  })
})
