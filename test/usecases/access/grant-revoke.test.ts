import { describe, expect, it } from 'vitest'
import { planRevoke } from '../../../src/usecases/access/plan-revoke.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { accessWorld } from './access-world.js'

const sku = 'google-workspace sku'
const vault = 'google-vault sku'

describe('a right taken back between the click and the change', () => { eachStore((_name, fresh) => {
  it('is a right no more: the store is asked, not who clicked', async () => {
    const { world, db, petra, dana, initech, acme, held, grant, revoke, record, confirm } = await accessWorld(await fresh())
    await db.accountRole.deleteMany({ where: { accountId: petra.accountId } })
    await db.account.update({ where: { id: dana.accountId }, data: { status: 'SUSPENDED' } })
    await expectNoRowsWritten(world.store, async () => {
      for (const change of [grant, revoke]) expect(await refusalOf(change(petra, acme.id))).toMatchObject({ code: 'privileges_missing', missing: ['ADMINISTER'] })
      for (const change of [() => record(dana, initech.id, held), () => confirm(dana, initech.id), () => revoke(dana, initech.id, held)]) {
        expect(await refusalOf(change())).toEqual({ code: 'account_suspended', domain: 'hikari.example' })
      }
    })
  })
}) })

describe('granting and revoking', () => { eachStore((_name, fresh) => {
  it('turns the switch on once, pending for a day (ACCESS-1, ACCESS-3)', async () => {
    const { world, db, petra, acme, hikari, aiko, grant, check, ledger, cards } = await accessWorld(await fresh())
    const until = world.hoursAgo(-24)
    const answer = { customerId: acme.id, customer: 'Acme', subject: { what: 'switch' }, change: 'SWITCH_ON', pendingUntil: until }
    expect([await grant(petra, 'acme', undefined, 'once'), await grant(petra, 'acme', undefined, 'once')]).toEqual([answer, answer])
    expect((await ledger()).slice(2)).toMatchObject([{
      customerId: acme.id, resellerId: hikari, change: 'SWITCH_ON', subscriptionId: null, at: world.now, effectiveAt: until,
      actorId: petra.accountId, actorName: 'Petra', basis: 'CUSTOMER_ADMIN', approvalId: null,
    }])
    expect(await db.audit.findMany()).toMatchObject([{
      action: 'access.switched_on', actorId: petra.accountId, subjectType: 'customer', subjectId: String(acme.id), before: { state: 'off' }, after: { state: 'on' },
    }])
    // Cards open again when it works by itself, and what comes meanwhile does not wait for that.
    expect((await cards()).map(({ lane, runAt }) => [lane, runAt])).toEqual([[`customer:${acme.id}`, world.now], [`customer:${acme.id}:works`, until]])
    expect(await check(aiko, acme.id)).toMatchObject({ open: false, block: { reason: 'switch_pending', until }, may: { confirm: true } })
    world.pass(24)
    expect(await check(aiko, acme.id)).toMatchObject({ open: true, steps: [] })
  })

  it('lets one of two super admins turn it on who do at once', async () => {
    const { world, petra, acme, grant, ledger } = await accessWorld(await fresh())
    const quinn = await world.account('quinn@acme.example', acme.organizationId, { name: 'Quinn', privileges: ['ADMINISTER'] })
    const outcomes = await Promise.allSettled([grant(petra, acme.id), grant(quinn, acme.id)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await ledger()).filter(({ change }) => change === 'SWITCH_ON')).toHaveLength(1)
  })

  it('turns it off at once (ACCESS-3)', async () => {
    const { world, petra, acme, hikari, aiko, revoke, check, ledger, cards } = await accessWorld(await fresh())
    await world.ledger(acme.id, hikari, { change: 'SWITCH_ON' })
    const off = { customerId: acme.id, customer: 'Acme', subject: { what: 'switch' }, change: 'SWITCH_OFF', pendingUntil: null }
    expect([await revoke(petra, acme.id, undefined, 'once'), await revoke(petra, acme.id, undefined, 'once')]).toEqual([off, off])
    expect((await ledger()).slice(3)).toMatchObject([{ change: 'SWITCH_OFF', at: world.now, effectiveAt: world.now, basis: 'CUSTOMER_ADMIN' }])
    expect(await cards()).toHaveLength(1)
    expect(await check(aiko, acme.id)).toMatchObject({ block: { reason: 'switch_off', since: world.now, by: 'Petra' } })
  })

  it('grants one subscription by its words, and takes it back (ACCESS-2)', async () => {
    const { world, deps, ines, aiko, initech, held, grant, revoke, check } = await accessWorld(await fresh())
    const subject = { what: 'subscription', skuName: sku }
    expect(await grant(ines, 'initech.example', 'Workspace SKU')).toMatchObject({ change: 'GRANT', subject, pendingUntil: world.hoursAgo(-24) })
    expect(await refusalOf(grant(ines, initech.id, held))).toEqual({ code: 'already_granted', customer: 'Initech', subject, pendingUntil: world.hoursAgo(-24) })
    world.pass(25)
    expect(await check(aiko, initech.id)).toMatchObject({ open: true })
    expect(await expectNoRowsWritten(world.store, () => planRevoke(deps, ines, { customer: 'initech', subscription: 'google-workspace' })))
      .toEqual({ customerId: initech.id, customer: 'Initech', subject, subscriptionId: held })
    expect(await revoke(ines, initech.id, held)).toMatchObject({ change: 'GRANT_WITHDRAWN', subject })
    expect(await check(aiko, initech.id)).toMatchObject({ open: false, block: { reason: 'grant_missing' } })
    expect(await refusalOf(revoke(ines, initech.id, held))).toEqual({ code: 'nothing_to_revoke', customer: 'Initech', subject })
  })

  it('lets a manager withdraw the consent, which voids the grant (ACCESS-2)', async () => {
    const { world, dana, aiko, ines, initech, hikari, held, grant, revoke, check, ledger } = await accessWorld(await fresh())
    await grant(ines, initech.id, held)
    expect(await revoke(dana, initech.id, held)).toMatchObject({ change: 'CONSENT_WITHDRAWN', pendingUntil: null })
    expect((await ledger()).at(-1)).toMatchObject({ change: 'CONSENT_WITHDRAWN', basis: 'MANAGER', actorId: dana.accountId })
    await world.ledger(initech.id, hikari, { change: 'CONSENT', subscriptionId: held, at: world.now })
    expect(await check(aiko, initech.id)).toMatchObject({ open: false, block: { reason: 'grant_missing' } })
  })

  it('refuses with a reason, and writes nothing', async () => {
    const { world, petra, ines, acme, initech, held, grant, revoke } = await accessWorld(await fresh())
    await world.subscription(initech.id, { productId: 'google-vault', seller: 'GOOGLE' })
    await world.subscription(initech.id, { productId: 'google-voice', seller: 'GOOGLE', status: 'SUSPENDED' })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(grant(ines, initech.id))).toEqual({ code: 'already_granted', customer: 'Initech', subject: { what: 'switch' }, pendingUntil: null })
      expect(await refusalOf(grant(ines, initech.id, 'vault'))).toEqual({ code: 'consent_first', customer: 'Initech', block: { reason: 'consent_missing', skuName: vault } })
      expect(await refusalOf(grant(petra, acme.id, 'workspace'))).toEqual({ code: 'no_grant_needed', customer: 'Acme', skuName: sku })
      expect(await refusalOf(grant(ines, initech.id, 'sku'))).toEqual({ code: 'subscription_ambiguous', customer: 'Initech', words: 'sku', held: [vault, 'google-voice sku', sku] })
      expect(await refusalOf(grant(ines, initech.id, 'meet'))).toMatchObject({ code: 'subscription_not_found', words: 'meet' })
      expect(await refusalOf(revoke(petra, acme.id))).toEqual({ code: 'nothing_to_revoke', customer: 'Acme', subject: { what: 'switch' } })
      expect(await refusalOf(revoke(petra, acme.id, 'workspace'))).toMatchObject({ code: 'no_grant_needed' })
    })
    await world.store.db.subscription.update({ where: { id: held }, data: { status: 'CANCELLED' } })
    expect(await refusalOf(grant(ines, initech.id, held))).toMatchObject({ code: 'access_missing', block: { reason: 'subscription_not_active' } })
    await world.store.db.customer.update({ where: { id: initech.id }, data: { resellerId: null } })
    expect(await refusalOf(grant(ines, initech.id))).toMatchObject({ code: 'access_missing', block: { reason: 'not_managed' } })
  })

  it('is the customer\'s super admin\'s alone, who is named to others; customers of others do not exist (SCOPE-1)', async () => {
    const { world, aiko, dana, nova, sven, petra, acme, initech, held, grant, revoke } = await accessWorld(await fresh())
    const staff = await world.account('staff@acme.example', acme.organizationId, { name: 'Staff', privileges: ['SUPPORT'] })
    const others = { code: 'not_customer_admin', customer: 'Acme', admins: ['Petra'] }
    await expectNoRowsWritten(world.store, async () => {
      for (const change of [grant, revoke]) {
        expect(await refusalOf(change(aiko, acme.id))).toEqual({ ...others, readerKind: 'RESELLER' })
        expect(await refusalOf(change(dana, acme.id))).toEqual({ ...others, readerKind: 'RESELLER' })
        expect(await refusalOf(change(staff, acme.id))).toEqual({ ...others, readerKind: 'CUSTOMER' })
        expect(await refusalOf(change(nova, acme.id))).toMatchObject({ code: 'privileges_missing' })
        expect(await refusalOf(change(sven, acme.id))).toEqual({ code: 'customer_not_found' })
        expect(await refusalOf(change(petra, initech.id))).toEqual(await refusalOf(change(petra, 999_999)))
        expect(await refusalOf(change(petra, 'initech.example'))).toMatchObject({ code: 'customer_not_found' })
      }
      expect(await refusalOf(revoke(aiko, initech.id, held))).toMatchObject({ code: 'not_customer_admin', admins: ['Ines'] })
    })
  })

  it('names customers that the words could mean', async () => {
    const { world, aiko, hikari, check } = await accessWorld(await fresh())
    for (const n of [1, 2, 3, 4, 5, 6]) await world.customer(`globe${n}.example`, hikari, { name: `Globe ${n}` })
    expect(await refusalOf(check(aiko, 'globe'))).toMatchObject({ code: 'customer_ambiguous', words: 'globe', more: true, some: [1, 2, 3, 4, 5].map((n) => ({ name: `Globe ${n}`, domain: `globe${n}.example` })) })
    expect(await check(aiko, 'GLOBE3.example')).toMatchObject({ customer: { name: 'Globe 3' } })
  })
}) })
