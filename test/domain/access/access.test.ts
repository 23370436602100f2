import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { customerAccess, grantState, grantTakesHours, mostUseful, productAccess, subscriptionAccess, switchState } from '../../../src/domain/access/access.js'
import type { AccessBlock, HeldSubscription, LedgerEntry } from '../../../src/domain/access/access.js'
import type { AccessChange } from '../../../src/domain/words.js'

const start = new Date('2026-11-01T00:00:00Z')
const hour = (hours: number): Date => addHours(start, hours)

/** `[change, hour]` rows; grants and turning the switch on take 24 hours. */
function ledger(...rows: [AccessChange, number, (string | null)?][]): LedgerEntry[] {
  return rows.map(([change, at, subscriptionId = 'g']) => ({
    change, at: hour(at), effectiveAt: hour(change === 'GRANT' || change === 'SWITCH_ON' ? at + grantTakesHours : at),
    subscriptionId: change.startsWith('SWITCH') ? null : subscriptionId, actorId: null, actorName: 'Petra Vogel', basis: 'CUSTOMER_ADMIN',
  }))
}

const bought: HeldSubscription = { id: 'g', productId: 'google-workspace', skuName: 'Business Plus', seller: 'GOOGLE', status: 'ACTIVE' }
const resold: HeldSubscription = { ...bought, id: 'r', skuName: 'Enterprise', seller: 'RESELLER' }

describe('the switch (ACCESS-1)', () => {
  it.each<[string, LedgerEntry[], object]>([
    ['on by default', ledger(), { on: true, since: null }],
    ['on, turned on while it was: nothing becomes pending', ledger(['SWITCH_ON', 1]), { on: true, since: null }],
    ['off', ledger(['SWITCH_OFF', 1]), { on: false, since: hour(1), by: 'Petra Vogel' }],
    ['off and on again', ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2]), { on: true, since: hour(2), from: hour(26), confirmed: false }],
    ['on again, turned on twice: the first counts', ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2], ['SWITCH_ON', 5]), { on: true, since: hour(2), from: hour(26) }],
    ['on again and confirmed', ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2], ['GRANT_CONFIRMED', 5, null]), { from: hour(5), confirmed: true }],
    ['on again, a grant confirmed', ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2], ['GRANT_CONFIRMED', 5, 'g']), { from: hour(26), confirmed: false }],
    ['on again, off and on: an old confirmation does not help', ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2], ['GRANT_CONFIRMED', 5, null], ['SWITCH_OFF', 6], ['SWITCH_ON', 7]), { from: hour(31), confirmed: false }],
    ['on and off again', ledger(['SWITCH_ON', 1], ['GRANT', 2], ['SWITCH_OFF', 3]), { on: false, since: hour(3), by: 'Petra Vogel' }],
  ])('is %s', (_, rows, expected) => {
    expect(switchState(rows)).toMatchObject(expected)
  })

  it('follows the order of the rows, not their times: two rows of one second', () => {
    expect(switchState(ledger(['SWITCH_ON', 5], ['SWITCH_OFF', 5])).on).toBe(false)
  })
})

describe('a subscription bought from the reseller (ACCESS-1)', () => {
  it('needs the switch alone', () => {
    expect(subscriptionAccess(resold, ledger(), hour(0))).toEqual({ open: true, since: null })
    expect(subscriptionAccess(resold, ledger(['SWITCH_OFF', 1]), hour(2))).toEqual({ open: false, block: { reason: 'switch_off', since: hour(1), by: 'Petra Vogel' } })
  })

  it('is pending for a day once the switch is on again, or until somebody confirms (ACCESS-3)', () => {
    const rows = ledger(['SWITCH_OFF', 1], ['SWITCH_ON', 2])
    expect(subscriptionAccess(resold, rows, hour(3))).toEqual({ open: false, block: { reason: 'switch_pending', until: hour(26) } })
    expect(subscriptionAccess(resold, rows, hour(26))).toEqual({ open: true, since: hour(26) })
    expect(subscriptionAccess(resold, [...rows, ...ledger(['GRANT_CONFIRMED', 3, null])], hour(3))).toEqual({ open: true, since: hour(3) })
    expect(subscriptionAccess(resold, [...rows, ...ledger(['SWITCH_OFF', 30])], hour(30))).toMatchObject({ block: { reason: 'switch_off' } })
  })

  it('needs to be active', () => {
    expect(subscriptionAccess({ ...resold, status: 'SUSPENDED' }, ledger(), hour(0))).toEqual({
      open: false, block: { reason: 'subscription_not_active', skuName: 'Enterprise', status: 'SUSPENDED' },
    })
  })
})

describe('a subscription bought from Google (ACCESS-2, ACCESS-3)', () => {
  const consent = { open: false, block: { reason: 'consent_missing', skuName: 'Business Plus' } }
  const grant = { open: false, block: { reason: 'grant_missing', skuName: 'Business Plus' } }
  const pending = (until: number): unknown => ({ open: false, block: { reason: 'grant_pending', skuName: 'Business Plus', until: hour(until) } })
  const switchPending = (until: number): unknown => ({ open: false, block: { reason: 'switch_pending', until: hour(until) } })
  const open = (since: number): unknown => ({ open: true, since: hour(since) })
  const both: [AccessChange, number][] = [['CONSENT', 1], ['GRANT', 2]]

  it.each<[string, LedgerEntry[], number, unknown]>([
    ['nothing happened', ledger(), 3, consent],
    ['the reseller agreed', ledger(['CONSENT', 1]), 3, grant],
    ['granted first, without consent', ledger(['GRANT', 1]), 99, consent],
    ['granted, then consented: the wrong order', ledger(['GRANT', 1], ['CONSENT', 2]), 99, grant],
    ['the wrong order, then granted again', ledger(['GRANT', 1], ['CONSENT', 2], ['GRANT', 3]), 99, open(27)],
    ['granted', ledger(...both), 3, pending(26)],
    ['granted, a moment before 24 hours', ledger(...both), 25.99, pending(26)],
    ['granted 24 hours ago', ledger(...both), 26, open(26)],
    ['confirmed', ledger(...both, ['GRANT_CONFIRMED', 4]), 4, open(4)],
    ['confirmed after it worked anyhow', ledger(...both, ['GRANT_CONFIRMED', 40]), 41, open(26)],
    ['confirmed without a grant', ledger(['CONSENT', 1], ['GRANT_CONFIRMED', 2]), 3, grant],
    ['granted twice: the first counts', ledger(...both, ['GRANT', 20]), 26, open(26)],
    ['consented twice: the grant stands', ledger(...both, ['CONSENT', 20]), 26, open(26)],
    ['grant withdrawn', ledger(...both, ['GRANT_WITHDRAWN', 30]), 30, grant],
    ['grant withdrawn while pending', ledger(...both, ['GRANT_WITHDRAWN', 3]), 99, grant],
    ['granted anew after a withdrawal', ledger(...both, ['GRANT_WITHDRAWN', 30], ['GRANT', 31]), 32, pending(55)],
    ['an old confirmation does not help a new grant', ledger(...both, ['GRANT_CONFIRMED', 3], ['GRANT_WITHDRAWN', 4], ['GRANT', 5]), 6, pending(29)],
    ['consent withdrawn', ledger(...both, ['CONSENT_WITHDRAWN', 30]), 31, consent],
    ['consent withdrawn and given: the grant is void', ledger(...both, ['CONSENT_WITHDRAWN', 30], ['CONSENT', 31]), 99, grant],
    ['withdrawn before it was granted', ledger(['GRANT_WITHDRAWN', 1], ['CONSENT', 2], ['GRANT', 3]), 99, open(27)],
    ['withdrawn and granted, never consented', ledger(['GRANT_WITHDRAWN', 1], ['GRANT', 2]), 99, consent],
    ['confirmed and granted, never consented', ledger(['GRANT_CONFIRMED', 1], ['GRANT', 2]), 99, consent],
    ['another subscription was granted', ledger(['CONSENT', 1, 'other'], ['GRANT', 2, 'other']), 99, consent],
    ['switch off', ledger(...both, ['SWITCH_OFF', 30]), 31, { open: false, block: { reason: 'switch_off', since: hour(30), by: 'Petra Vogel' } }],
    ['switch off and on again: it is pending', ledger(...both, ['SWITCH_OFF', 30], ['SWITCH_ON', 32]), 33, switchPending(56)],
    ['switch off and on again, and it works: the grant stands', ledger(...both, ['SWITCH_OFF', 30], ['SWITCH_ON', 32]), 56, open(56)],
    ['both pending: the later is told', ledger(...both, ['SWITCH_OFF', 3], ['SWITCH_ON', 4]), 5, switchPending(28)],
    ['both pending, the grant longer', ledger(['SWITCH_OFF', 0], ['SWITCH_ON', 1], ...both), 5, pending(26)],
    ['switch pending, grant missing: what is to be done is told', ledger(['SWITCH_OFF', 0], ['SWITCH_ON', 1], ['CONSENT', 2]), 5, grant],
    ['switch confirmed, grant pending', ledger(...both, ['SWITCH_OFF', 3], ['SWITCH_ON', 4], ['GRANT_CONFIRMED', 5, null]), 6, pending(26)],
  ])('%s', (_, rows, at, expected) => {
    expect(subscriptionAccess(bought, rows, hour(at))).toEqual(expected)
  })

  it('tells whether a grant was confirmed, so that it is confirmed once', () => {
    expect(grantState('g', ledger(...both))).toMatchObject({ step: 'granted', at: hour(2), from: hour(26), confirmed: false })
    expect(grantState('g', ledger(...both, ['GRANT_CONFIRMED', 5], ['GRANT_CONFIRMED', 3]))).toMatchObject({ from: hour(5), confirmed: true })
  })
})

describe('a product type (ACCESS-2)', () => {
  it('is open when one active subscription to it is', () => {
    const second = { ...bought, id: 'other', status: 'CANCELLED' as const }
    expect(productAccess('google-workspace', [second, bought, resold], ledger(), hour(0))).toEqual({ open: true, since: null })
  })

  it('is not opened by a subscription to another product', () => {
    expect(productAccess('google-vault', [resold], ledger(), hour(0))).toEqual({ open: false, block: { reason: 'no_subscription' } })
  })

  it('says the switch when it is off, even without a subscription', () => {
    expect(productAccess('google-vault', [], ledger(['SWITCH_OFF', 1]), hour(2))).toMatchObject({ block: { reason: 'switch_off' } })
  })

  it('is open since the first of its subscriptions was', () => {
    const two = [bought, { ...bought, id: 'h' }]
    const rows = ledger(['CONSENT', 1], ['GRANT', 2], ['CONSENT', 1, 'h'], ['GRANT', 1, 'h'])
    expect(productAccess('google-workspace', two, rows, hour(50))).toEqual({ open: true, since: hour(25) })
  })

  it('names the block whose cure is nearest', () => {
    const rest = { ...resold, id: 's', status: 'SUSPENDED' as const }
    expect(productAccess('google-workspace', [rest, bought], ledger(['CONSENT', 1]), hour(2))).toMatchObject({ block: { reason: 'grant_missing' } })
    expect(productAccess('google-workspace', [rest], ledger(), hour(2))).toMatchObject({ block: { reason: 'subscription_not_active' } })
  })
})

describe('a customer as a whole', () => {
  const offered = [{ id: 'google-workspace' }, { id: 'google-vault' }, { id: 'google-cloud', elsewhere: true }]

  it('is open with one open product', () => {
    const access = customerAccess(offered, [resold], ledger(), hour(0))
    expect(access).toMatchObject({ open: true, block: null })
    expect(access.products.map(({ effective }) => effective.open)).toEqual([true, false, false])
  })

  it('is not opened by a product whose cases are filed elsewhere', () => {
    expect(customerAccess(offered, [{ ...resold, productId: 'google-cloud' }], ledger(), hour(0))).toMatchObject({ open: false, block: { reason: 'no_subscription' } })
  })

  it('names the nearest cure of all its products', () => {
    const vault = { ...bought, id: 'v', productId: 'google-vault', skuName: 'Vault' }
    expect(customerAccess(offered, [bought, vault], ledger(['CONSENT', 1, 'v'], ['GRANT', 2, 'v']), hour(3)).block).toEqual({ reason: 'grant_pending', skuName: 'Vault', until: hour(26) })
  })

  it('tells the earlier of two pending grants, and the first by name of equals', () => {
    const blocks: AccessBlock[] = [
      { reason: 'grant_pending', skuName: 'A', until: hour(9) }, { reason: 'grant_pending', skuName: 'C', until: hour(5) }, { reason: 'grant_pending', skuName: 'B', until: hour(5) },
    ]
    expect(mostUseful(blocks)).toEqual(blocks[2])
    expect(mostUseful([])).toBeNull()
  })
})
