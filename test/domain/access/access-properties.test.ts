import { addHours } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerAccess, productAccess, subscriptionAccess } from '../../../src/domain/access/access.js'
import type { HeldSubscription, LedgerEntry } from '../../../src/domain/access/access.js'
import { accessChanges, subscriptionStatuses } from '../../../src/domain/words.js'

const start = new Date('2026-11-01T00:00:00Z')
const products = [{ id: 'google-workspace' }, { id: 'google-vault' }, { id: 'appsheet' }]
const hours = fc.integer({ min: 0, max: 100 })
const when = hours.map((each) => addHours(start, each))
const subscriptionId = fc.constantFrom('a', 'b', 'c')

const entry: fc.Arbitrary<LedgerEntry> = fc.record({ change: fc.constantFrom(...accessChanges), subscriptionId, ofSwitch: fc.boolean(), at: hours }).map((row) => ({
  change: row.change,
  subscriptionId: row.change.startsWith('SWITCH') || (row.change === 'GRANT_CONFIRMED' && row.ofSwitch) ? null : row.subscriptionId,
  at: addHours(start, row.at),
  effectiveAt: addHours(start, row.at + (row.change === 'GRANT' || row.change === 'SWITCH_ON' ? 24 : 0)),
  actorId: null,
  actorName: 'somebody',
  basis: 'CUSTOMER_ADMIN',
}))
const ledgers = fc.array(entry, { maxLength: 15 }).map((rows) => [...rows].sort((a, b) => a.at.getTime() - b.at.getTime()))
const held: fc.Arbitrary<HeldSubscription[]> = fc.array(
  fc.record({
    productId: fc.constantFrom(...products.map((product) => product.id)),
    seller: fc.constantFrom('RESELLER' as const, 'GOOGLE' as const),
    status: fc.constantFrom(...subscriptionStatuses),
  }),
  { maxLength: 3 },
).map((all) => all.map((each, index) => ({ ...each, id: 'abc'[index] ?? 'a', skuName: `SKU ${index}` })))

const add = (ledger: LedgerEntry[], change: LedgerEntry['change'], id: string | null, at: Date): LedgerEntry[] => [
  ...ledger, { change, subscriptionId: id, at, effectiveAt: at, actorId: null, actorName: 'x', basis: 'MANAGER' },
]

/** ACCESS-1 once more: on unless it was turned off, and after that on when somebody turned it on and it works. */
function switchOracle(ledger: LedgerEntry[], now: Date): boolean {
  const off = ledger.findLastIndex((row) => row.change === 'SWITCH_OFF')
  if (off === -1) return true
  const on = ledger.findIndex((row, index) => index > off && row.change === 'SWITCH_ON')
  if (on === -1) return false
  const confirmed = ledger.find((row, index) => index > on && row.change === 'GRANT_CONFIRMED' && row.subscriptionId === null)
  return now >= ledger[on]!.effectiveAt || (confirmed !== undefined && now >= confirmed.at)
}

/** ACCESS-2 once more, said as a search through the rows instead of a walk over them. */
function oracle(subscription: HeldSubscription, ledger: LedgerEntry[], now: Date): boolean {
  if (!switchOracle(ledger, now)) return false
  if (subscription.status !== 'ACTIVE') return false
  if (subscription.seller === 'RESELLER') return true
  const rows = ledger.filter((row) => row.subscriptionId === subscription.id)
  const voided = rows.findLastIndex((row) => row.change === 'CONSENT_WITHDRAWN')
  const consent = rows.findIndex((row, index) => index > voided && row.change === 'CONSENT')
  if (consent === -1) return false
  const withdrawn = rows.findLastIndex((row) => row.change === 'GRANT_WITHDRAWN')
  const grant = rows.findIndex((row, index) => index > Math.max(consent, withdrawn) && row.change === 'GRANT')
  if (grant === -1) return false
  const confirmed = rows.find((row, index) => index > grant && row.change === 'GRANT_CONFIRMED')
  return now >= rows[grant]!.effectiveAt || (confirmed !== undefined && now >= confirmed.at)
}

describe('access, whatever happened', () => {
  it('agrees with the rule said another way (ACCESS-2, ACCESS-3)', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      for (const each of subscriptions) expect(subscriptionAccess(each, ledger, now).open).toBe(oracle(each, ledger, now))
    }), { numRuns: 1000 })
  })

  it('agrees for one subscription bought from Google, whatever the order of its rows', () => {
    const one: HeldSubscription = { id: 'a', productId: 'appsheet', skuName: 'Core', seller: 'GOOGLE', status: 'ACTIVE' }
    const own = fc.constantFrom(...accessChanges.filter((change) => !change.startsWith('SWITCH')))
    fc.assert(fc.property(fc.array(own, { maxLength: 6 }), fc.integer({ min: 0, max: 40 }), (changes, hour) => {
      const ledger = changes.reduce((rows, change, index) => {
        const at = addHours(start, index)
        return [...rows, { change, subscriptionId: 'a', at, effectiveAt: change === 'GRANT' ? addHours(at, 24) : at, actorId: null, actorName: 'x', basis: 'MANAGER' as const }]
      }, [] as LedgerEntry[])
      expect(subscriptionAccess(one, ledger, addHours(start, hour)).open).toBe(oracle(one, ledger, addHours(start, hour)))
    }), { numRuns: 2000 })
  })

  it('never opens by a withdrawal, and what is withdrawn is closed at once (ACCESS-3)', () => {
    fc.assert(fc.property(held, ledgers, when, fc.constantFrom('GRANT_WITHDRAWN' as const, 'CONSENT_WITHDRAWN' as const), subscriptionId, (subscriptions, ledger, now, change, id) => {
      const after = add(ledger, change, id, now)
      for (const each of subscriptions) {
        const [before, open] = [subscriptionAccess(each, ledger, now).open, subscriptionAccess(each, after, now).open]
        expect(open && !before).toBe(false)
        expect(open && each.id === id && each.seller === 'GOOGLE').toBe(false)
      }
    }))
  })

  it('is closed everywhere with the switch off, whatever else is (ACCESS-1)', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      const access = customerAccess(products, subscriptions, add(ledger, 'SWITCH_OFF', null, now), now)
      expect(access).toMatchObject({ open: false, block: { reason: 'switch_off' } })
      for (const { effective } of access.products) expect(effective).toMatchObject({ open: false, block: { reason: 'switch_off' } })
    }))
  })

  it('comes back as it was when the switch is turned off and on again, and works at once', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      const never = ledger.filter((row) => row.subscriptionId !== null)
      const again = add(add(ledger, 'SWITCH_OFF', null, now), 'SWITCH_ON', null, now)
      for (const each of subscriptions) expect(subscriptionAccess(each, again, now).open).toBe(subscriptionAccess(each, never, now).open)
    }))
  })

  it('does not close by the mere passing of time', () => {
    fc.assert(fc.property(held, ledgers, when, fc.integer({ min: 0, max: 1000 }), (subscriptions, ledger, now, more) => {
      for (const each of subscriptions) {
        const [open, still] = [subscriptionAccess(each, ledger, now).open, subscriptionAccess(each, ledger, addHours(now, more)).open]
        expect(open && !still).toBe(false)
      }
    }))
  })

  it('does not hang on the order in which subscriptions are told', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      const turned = subscriptions.toReversed()
      expect(customerAccess(products, turned, ledger, now)).toEqual(customerAccess(products, subscriptions, ledger, now))
    }))
  })

  it('of a product is that of one of its subscriptions', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      for (const { id } of products) {
        const open = subscriptions.some((each) => each.productId === id && subscriptionAccess(each, ledger, now).open)
        expect(productAccess(id, subscriptions, ledger, now).open).toBe(open)
      }
    }))
  })

  it('has a block exactly when it is closed', () => {
    fc.assert(fc.property(held, ledgers, when, (subscriptions, ledger, now) => {
      const access = customerAccess(products, subscriptions, ledger, now)
      expect(access.block === null).toBe(access.open)
    }))
  })
})
