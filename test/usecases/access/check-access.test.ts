import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { agentPrivileges } from '../../support/world.js'
import { accessWorld } from './access-world.js'

describe('checkAccess', () => { eachStore((_name, fresh) => {
  it('tells an agent the steps that are missing, who can take them, and of what was bought (ACCESS-5)', async () => {
    const { world, aiko, acme, check, held } = await accessWorld(await fresh())
    await expectNoRowsWritten(world.store, async () => {
      expect(await check(aiko, 'acme.example')).toMatchObject({
        customer: { id: acme.id, name: 'Acme', domain: 'acme.example' }, as: 'RESELLER', domain: 'hikari.example', open: false,
        block: { reason: 'switch_off', by: 'Petra' }, subscriptions: [{ id: acme.subscriptionIds[0], seller: 'RESELLER', byPartner: false, effective: { open: false } }],
        steps: [{ step: 'turn_on', who: 'CUSTOMER_ADMIN', people: ['Petra'], since: world.hoursAgo(1), requestedAt: null }], may: { file: false, request: true },
      })
      expect(await check(aiko, 'initech')).toMatchObject({ subscriptions: [{ id: held, effective: { block: { reason: 'grant_missing' } } }], steps: [{ step: 'grant', people: ['Ines'] }] })
    })
  })

  it('tells the customer\'s people and the desk of the domain that manages it now', async () => {
    const { world, petra, acme, transfer, check } = await accessWorld(await fresh())
    expect(await check(petra, acme.id)).toMatchObject({ as: 'CUSTOMER', domain: 'hikari.example', open: false, block: { reason: 'switch_off' }, may: { changeSwitch: true } })
    const desk = await world.organization('desk.example', { kind: 'VENDOR' })
    const tomas = await world.account('tomas@desk.example', desk, { privileges: ['ANSWER_CASES'] })
    expect(await refusalOf(check(tomas, acme.id))).toEqual({ code: 'customer_not_found' })
    await world.case(acme.id, null)
    expect(await check(tomas, acme.id)).toMatchObject({ as: 'DESK', open: false })
    // A new ledger (ACCESS-2).
    await transfer(acme.id)
    expect(await check(petra, acme.id)).toMatchObject({ as: 'CUSTOMER', domain: 'boreal.example', open: true, steps: [] })
    await world.store.db.customer.update({ where: { id: acme.id }, data: { resellerId: null } })
    expect(await check(petra, acme.id)).toMatchObject({ domain: '', open: false, block: { reason: 'not_managed' }, steps: [{ step: 'buy', people: ['Petra'] }], may: { changeSwitch: false } })
  })

  it('tells a support partner of its service alone (SCOPE-5)', async () => {
    const { world, acme, check } = await accessWorld(await fresh())
    const fixit = await world.organization('fixit.example', { supportOnly: true })
    const rosa = await world.account('rosa@fixit.example', fixit, { privileges: agentPrivileges })
    expect(await refusalOf(check(rosa, 'acme'))).toMatchObject({ code: 'customer_not_found' })
    await world.subscription(acme.id, { productId: 'google-voice' })
    await world.relation(acme.id, fixit)
    expect(await check(rosa, 'acme')).toMatchObject({ as: 'PARTNER', domain: 'fixit.example', open: true, may: { file: true, request: false }, subscriptions: [{ id: acme.subscriptionIds[0], byPartner: true }] })
  })

  it('is for who sees the customer (SCOPE-1, SCOPE-2)', async () => {
    const { aiko, nova, sven, petra, initech, acme, check } = await accessWorld(await fresh())
    expect(await refusalOf(check(nova, acme.id))).toMatchObject({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] })
    expect(await refusalOf(check(sven, 'acme.example'))).toEqual({ code: 'customer_not_found', words: 'acme.example' })
    expect(await refusalOf(check(sven, acme.id))).toEqual(await refusalOf(check(aiko, 999_999)))
    expect(await refusalOf(check(petra, initech.id))).toEqual({ code: 'customer_not_found' })
  })
}) })
