import { describe, expect, it } from 'vitest'
import { searchCustomers } from '../../../src/usecases/filing/search-customers.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

describe('searchCustomers', () => { eachStore((_name, fresh) => {
  it('finds customers of the signed-in domain by name or domain, and never another domain\'s (SCOPE-1)', async () => {
    const { world, deps, aiko, sven, hikari, acme } = await smallWorld(await fresh())
    const akasaka = await world.customer('akasaka.example', hikari, { name: '赤坂商事' })
    expect((await searchCustomers(deps, aiko, { words: '' })).map((each) => each.id)).toEqual([acme.id, akasaka.id])
    expect((await searchCustomers(deps, aiko, { words: 'acm' })).map((each) => each.id)).toEqual([acme.id])
    expect((await searchCustomers(deps, aiko, { words: '商事' })).map((each) => each.id)).toEqual([akasaka.id])
    expect(await searchCustomers(deps, aiko, { words: 'hooli.example' })).toEqual([])
    expect(await searchCustomers(deps, sven, { words: 'acme.example' })).toEqual([])
  })

  it('puts the domain as it is spelled first', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    await world.customer('aaa.acme.example', hikari, { name: 'AAA' })
    expect((await searchCustomers(deps, aiko, { words: 'ACME.example' }))[0]).toMatchObject({ domain: 'acme.example' })
  })

  it('says of each whether it is open, and what shuts it (ACCESS-1, ACCESS-2)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    const off = await world.customer('globex.example', hikari)
    await world.ledger(off.id, hikari, { change: 'SWITCH_OFF' })
    const google = await world.customer('initech.example', hikari, { subscriptions: [{ seller: 'GOOGLE' }] })
    const pending = await world.customer('umbrella.example', hikari, { subscriptions: [{ seller: 'GOOGLE' }] })
    await world.ledger(pending.id, hikari, { change: 'CONSENT', subscriptionId: pending.subscriptionIds[0]! })
    await world.ledger(pending.id, hikari, { change: 'GRANT', subscriptionId: pending.subscriptionIds[0]!, effectiveAt: new Date(world.hoursAgo(-23)) })
    const found = new Map((await searchCustomers(deps, aiko, { words: '' })).map((each) => [each.domain, each]))
    expect(found.get('acme.example')).toMatchObject({ access: 'open', block: null })
    expect(found.get('globex.example')).toMatchObject({ access: 'locked', block: { reason: 'switch_off', since: world.hoursAgo(1), by: 'Petra' } })
    expect(found.get('initech.example')).toMatchObject({ id: google.id, access: 'locked', block: { reason: 'consent_missing' } })
    expect(found.get('umbrella.example')).toMatchObject({ access: 'locked', block: { reason: 'grant_pending', until: world.hoursAgo(-23) } })
  })

  it('starts a new ledger when a customer comes back to a domain that had left it (ACCESS-2)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    const back = await world.customer('wayne.example', hikari)
    await world.store.db.customerAssignment.create({ data: { id: world.id(), customerId: back.id, resellerId: hikari, from: world.hoursAgo(5000), until: world.hoursAgo(4000) } })
    await world.ledger(back.id, hikari, { change: 'SWITCH_OFF', at: world.hoursAgo(4500) })
    expect(await searchCustomers(deps, aiko, { words: 'wayne.example' })).toMatchObject([{ access: 'open' }])
    await world.ledger(back.id, hikari, { change: 'SWITCH_OFF', at: world.hoursAgo(2) })
    expect(await searchCustomers(deps, aiko, { words: 'wayne.example' })).toMatchObject([{ access: 'locked' }])
  })

  it('shows a partner the customers that assigned it, open by that alone (ACCESS-1)', async () => {
    const { world, deps, hikari, acme, hooli } = await smallWorld(await fresh())
    const fixit = await world.organization('fixit.example', { supportOnly: true })
    const rosa = await world.account('rosa@fixit.example', fixit)
    await world.relation(acme.id, fixit)
    await world.relation(hooli.id, fixit, { state: 'PENDING' })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    expect(await searchCustomers(deps, rosa, { words: '' })).toEqual([{ id: acme.id, name: 'Acme', domain: 'acme.example', access: 'open', block: null }])
  })

  it('refuses who lacks a privilege, naming it and whom to ask (SCOPE-2)', async () => {
    const { world, deps, nova, hikari } = await smallWorld(await fresh())
    const half = await world.account('half@hikari.example', hikari, { privileges: ['VIEW_CUSTOMERS'] })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(searchCustomers(deps, nova, { words: '' }))).toEqual({
        code: 'privileges_missing', missing: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], domain: 'hikari.example', admins: ['Omar'],
      })
      expect(await refusalOf(searchCustomers(deps, half, { words: '' }))).toMatchObject({ missing: ['ACCESS_SUPPORT_CASES'] })
    })
  })

  it('finds a customer itself and nobody else, and refuses the desk, who files nothing', async () => {
    const { world, deps, acme } = await smallWorld(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['ADMINISTER', 'SUPPORT'] })
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    expect(await searchCustomers(deps, petra, { words: '' })).toMatchObject([{ id: acme.id }])
    expect(await searchCustomers(deps, petra, { words: 'hooli' })).toEqual([])
    const paul = await world.account('paul@acme.example', acme.organizationId, { privileges: ['ADMINISTER'] })
    expect(await refusalOf(searchCustomers(deps, paul, { words: '' }))).toMatchObject({ code: 'privileges_missing', missing: ['SUPPORT'] })
    expect(await refusalOf(searchCustomers(deps, desk, { words: '' }))).toEqual({ code: 'filing_for_resellers_only' })
  })
}) })
