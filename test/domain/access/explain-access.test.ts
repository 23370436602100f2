import { addHours } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainAccess } from '../../../src/domain/access/explain-access.js'
import type { ExplainFacts } from '../../../src/domain/access/explain-access.js'
import { filingAccess } from '../../../src/domain/access/partner.js'
import type { HeldSubscription, LedgerEntry } from '../../../src/domain/access/access.js'
import { privileges } from '../../../src/domain/privileges.js'
import { accessChanges, organizationKinds, partnerStates, subscriptionStatuses } from '../../../src/domain/words.js'

const start = new Date('2026-11-01T00:00:00Z')
const hour = (hours: number): Date => addHours(start, hours)
const products = [{ id: 'google-workspace' }, { id: 'google-vault' }, { id: 'google-cloud', elsewhere: true }]

const row = (change: LedgerEntry['change'], at: number, subscriptionId: string | null, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  change, subscriptionId, at: hour(at), effectiveAt: hour(change === 'GRANT' || change === 'SWITCH_ON' ? at + 24 : at),
  actorId: null, actorName: 'Liam', basis: 'CUSTOMER_ADMIN', ...more,
})
const resold: HeldSubscription = { id: 'r', productId: 'google-workspace', skuName: 'Business Starter', seller: 'RESELLER', status: 'ACTIVE' }
const bought: HeldSubscription = { id: 'g', productId: 'google-workspace', skuName: 'Business Plus', seller: 'GOOGLE', status: 'ACTIVE' }

function facts(more: Partial<ExplainFacts> = {}): ExplainFacts {
  return {
    reader: { accountId: 'camille', organizationId: 'hikari', organizationKind: 'RESELLER', privileges: new Set(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']) },
    customer: { id: 1, name: 'Globex', domain: 'globex.example', organizationId: 'globex', resellerId: 'hikari' },
    about: { id: 'hikari', domain: 'hikari.example' },
    relations: [], products, subscriptions: [resold], ledger: [], now: hour(100),
    people: { admins: ['Liam'], managers: ['Dana'], agents: ['Camille'] }, requests: [], ...more,
  }
}
const manager = { ...facts().reader, accountId: 'dana', privileges: new Set(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS'] as const) }
const admin = { accountId: 'liam', organizationId: 'globex', organizationKind: 'CUSTOMER', privileges: new Set(['ADMINISTER'] as const) } as const
const stepsOf = (more: Partial<ExplainFacts>) => explainAccess(facts(more)).steps.map(({ step, skuName, who, people }) => [step, skuName, who, people.join()])

describe('the steps that are missing', () => {
  it.each<[string, Partial<ExplainFacts>, unknown[]]>([
    ['open', {}, []],
    ['the switch is off', { ledger: [row('SWITCH_OFF', 1, null)] }, [['turn_on', null, 'CUSTOMER_ADMIN', 'Liam']]],
    ['it is on again, and pending', { ledger: [row('SWITCH_OFF', 1, null), row('SWITCH_ON', 99, null)] }, [['confirm_or_wait', null, 'AGENT', 'Camille']]],
    ['nobody has agreed', { subscriptions: [bought] }, [['consent', 'Business Plus', 'MANAGER', 'Dana'], ['grant', 'Business Plus', 'CUSTOMER_ADMIN', 'Liam']]],
    ['agreed', { subscriptions: [bought], ledger: [row('CONSENT', 1, 'g')] }, [['grant', 'Business Plus', 'CUSTOMER_ADMIN', 'Liam']]],
    ['granted just now', { subscriptions: [bought], ledger: [row('CONSENT', 1, 'g'), row('GRANT', 99, 'g')] }, [['confirm_or_wait', 'Business Plus', 'AGENT', 'Camille']]],
    ['everything at once', { subscriptions: [bought], ledger: [row('SWITCH_OFF', 1, null)] }, [
      ['turn_on', null, 'CUSTOMER_ADMIN', 'Liam'], ['consent', 'Business Plus', 'MANAGER', 'Dana'], ['grant', 'Business Plus', 'CUSTOMER_ADMIN', 'Liam'],
    ]],
    ['what is held has ended', { subscriptions: [{ ...resold, status: 'SUSPENDED' }] }, [['renew', 'Business Starter', 'CUSTOMER', 'Liam']]],
    ['nothing is held that is filed here', { subscriptions: [{ ...resold, productId: 'google-cloud' }] }, [['buy', null, 'CUSTOMER', 'Liam']]],
    ['nobody manages the customer', { reader: admin, about: null, customer: { ...facts().customer, resellerId: null } }, [['buy', null, 'CUSTOMER', 'Liam']]],
  ])('%s', (_, more, expected) => {
    expect(stepsOf(more)).toEqual(expected)
  })

  it('tell since and until when, and what was asked already', () => {
    const off: Partial<ExplainFacts> = { ledger: [row('SWITCH_OFF', 7, null)], requests: [{ kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [], at: hour(50), asked: ['Liam'] }] }
    expect(explainAccess(facts(off)).steps).toMatchObject([{ since: hour(7), until: null, requestedAt: hour(50), asked: ['Liam'] }])
    const pending = { ledger: [row('SWITCH_OFF', 7, null), row('SWITCH_ON', 90, null)] }
    expect(explainAccess(facts(pending)).steps).toMatchObject([{ since: hour(90), until: hour(114), requestedAt: null, asked: [] }])
  })
})

describe('what the reader may do about it', () => {
  const off = { ledger: [row('SWITCH_OFF', 1, null)] }
  const none = { file: false, request: false, confirm: false, recordGrant: false, changeSwitch: false }
  const asked = { requests: [{ kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [], at: hour(50), asked: ['Liam'] }] } as const
  const pending = (entry: Partial<LedgerEntry>) => ({ ledger: [row('SWITCH_OFF', 1, null), row('SWITCH_ON', 99, null, entry)] })
  it.each<[string, Partial<ExplainFacts>, object]>([
    ['an agent files', {}, { ...none, file: true }],
    ['an agent asks', off, { ...none, request: true }],
    ['an agent does not ask twice', { ...off, ...asked }, none],
    ['a manager asks and records', { ...off, reader: manager }, { ...none, request: true, recordGrant: true }],
    ['an agent confirms', pending({}), { ...none, confirm: true }],
    ['a manager confirms what another recorded', { ...pending({ basis: 'MANAGER_RECORD', actorId: 'noor' }), reader: manager }, { ...none, confirm: true }],
    ['a manager does not confirm the own record (ACCESS-3)', { ...pending({ basis: 'MANAGER_RECORD', actorId: 'dana' }), reader: manager }, none],
    ['nobody records what nobody agreed to (ACCESS-2)', { subscriptions: [bought], reader: manager }, { ...none, request: true }],
    ['the customer\'s super admin changes the switch', { ...off, reader: admin }, { ...none, changeSwitch: true }],
    ['the customer\'s super admin asks for consent', { subscriptions: [bought], reader: admin }, { ...none, changeSwitch: true, request: true }],
    ['the customer\'s super admin does not request what is the own to give', { subscriptions: [bought], ledger: [row('CONSENT', 1, 'g')], reader: admin }, { ...none, changeSwitch: true }],
    ['the customer\'s other people look', { ...off, reader: { ...admin, privileges: new Set(['SUPPORT']) } }, none],
    ['the desk looks', { ...off, reader: { accountId: 'tomas', organizationId: 'desk', organizationKind: 'VENDOR', privileges: new Set(['ANSWER_CASES']) } }, none],
    ['who sees customers and no cases looks', { ...off, reader: { ...manager, privileges: new Set(['VIEW_CUSTOMERS']) } }, none],
  ])('%s', (_, more, may) => {
    expect(explainAccess(facts(more)).may).toEqual(may)
  })
})

describe('a support partner', () => {
  const fixit: Partial<ExplainFacts> = {
    reader: { ...facts().reader, organizationId: 'fixit' }, about: { id: 'fixit', domain: 'fixit.example' },
    relations: [{ partnerId: 'fixit', productId: 'google-vault', state: 'ACTIVE' }], subscriptions: [resold, { ...bought, productId: 'google-vault' }],
  }
  it('is shown the service it supports, open by its relation alone (SCOPE-5, ACCESS-1)', () => {
    const sheet = explainAccess(facts(fixit))
    expect(sheet).toMatchObject({ as: 'PARTNER', open: true, steps: [], may: { file: true, request: false, confirm: false, recordGrant: false } })
    expect(sheet.subscriptions).toMatchObject([{ id: 'g', byPartner: true, effective: { open: false, block: { reason: 'not_managed' } } }])
  })
})

describe('the sheet, whatever happened', () => {
  const ids = fc.constantFrom('a', 'b', 'c')
  const entries = fc.array(fc.record({ change: fc.constantFrom(...accessChanges), id: ids, ofSwitch: fc.boolean(), at: fc.integer({ min: 0, max: 100 }) }), { maxLength: 12 })
  const ledgers = entries.map((all) => all.toSorted((a, b) => a.at - b.at).map(({ change, id, ofSwitch, at }) =>
    row(change, at, change.startsWith('SWITCH') || (change === 'GRANT_CONFIRMED' && ofSwitch) ? null : id)))
  const product = fc.constantFrom(...products.map(({ id }) => id))
  const held = fc.array(fc.record({ productId: product, seller: fc.constantFrom('RESELLER' as const, 'GOOGLE' as const), status: fc.constantFrom(...subscriptionStatuses) }), { maxLength: 3 })
    .map((all) => all.map((each, index): HeldSubscription => ({ ...each, id: 'abc'[index]!, skuName: `SKU ${index}` })))
  const relations = fc.array(fc.record({ partnerId: fc.constantFrom('hikari', 'fixit'), productId: product, state: fc.constantFrom(...partnerStates) }), { maxLength: 2 })
  const reseller = fc.constantFrom('hikari', 'boreal', null)
  const reader = fc.record({
    accountId: fc.constant('reader'), organizationId: fc.constantFrom('hikari', 'fixit', 'globex', 'desk'),
    organizationKind: fc.constantFrom(...organizationKinds), privileges: fc.subarray([...privileges]).map((all) => new Set(all)),
  })
  const worlds = fc.record({ subscriptions: held, ledger: ledgers, relations, reseller, reader, now: fc.integer({ min: 0, max: 130 }) }).map(({ reseller, now, ...more }) => {
    const about = more.reader.organizationKind === 'RESELLER' ? more.reader.organizationId : reseller
    return facts({ ...more, now: hour(now), customer: { ...facts().customer, resellerId: reseller }, about: about === null ? null : { id: about, domain: `${about}.example` } })
  })

  it('says what guards filing say, has steps exactly when it is closed, and explains all that is closed (ACCESS-5)', () => {
    fc.assert(fc.property(worlds, (world) => {
      const sheet = explainAccess(world)
      const guard = filingAccess({ ...world, actorOrgId: world.about?.id ?? '' })
      expect([sheet.open, sheet.block]).toEqual([guard.open, guard.block])
      expect(sheet.steps.length === 0).toBe(sheet.open)
      for (const { productId, effective, byPartner } of sheet.subscriptions) {
        const { open } = guard.products.find((each) => each.productId === productId)!.effective
        // What one of them opens, the guard lets through; and what the guard closes, each of them explains.
        if (effective.open || byPartner) expect(open).toBe(true)
        if (!open) expect(effective).toMatchObject({ open: false, block: { reason: expect.any(String) } })
      }
      for (const { people, who } of sheet.steps) expect(people).toEqual({ CUSTOMER_ADMIN: ['Liam'], CUSTOMER: ['Liam'], MANAGER: ['Dana'], AGENT: ['Camille'] }[who])
      if (sheet.may.file) expect(sheet.open).toBe(true)
    }), { numRuns: 2000 })
  })
})
