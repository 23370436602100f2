import { describe, expect, it } from 'vitest'
import type { CaseList } from '../../../src/domain/cases/case-view.js'
import type { HomeValue } from '../../../src/domain/home.js'
import { openFilters, searchCaseCustomers } from '../../../src/usecases/cases/open-filters.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import { openHome } from '../../../src/usecases/open-home.js'
import { indexCase } from '../../../src/store/search/search-index.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const numbers = (home: HomeValue): number[] => ('rows' in home.cases ? home.cases.rows.map((row) => row.number) : [])
const waiting = (home: HomeValue): [string, number][] => home.waits.map(({ why, row }) => [why, row.number])
const counted = (home: HomeValue): number[] => Object.values(home.counts ?? {}).map(({ count }) => count)

describe('openHome', () => { eachStore((_name, fresh) => {
  it('counts the open states of all customers, of the chosen one, and of one’s own (CASE-7)', async () => {
    const { world, deps, aiko, sven, acme, hooli, hikari } = await smallWorld(await fresh())
    const stark = await world.customer('stark.example', hikari, { name: 'Stark' })
    for (const state of ['NEW', 'NEW', 'IN_PROGRESS', 'CLOSED', 'PENDING_APPROVAL'] as const) await world.case(acme.id, aiko, { state })
    await world.case(stark.id, aiko, { state: 'ACTION_REQUIRED', ownerId: null })
    await world.case(hooli.id, sven, { state: 'NEW' })
    expect(counted(await openHome(deps, aiko))).toEqual([2, 1, 1, 0])
    expect(counted(await openHome(deps, aiko, { filters: { customer: acme.id } }))).toEqual([2, 1, 0, 0])
    expect(counted(await openHome(deps, aiko, { filters: { mine: true } }))).toEqual([2, 1, 0, 0])
    expect(counted(await openHome(deps, sven))).toEqual([1, 0, 0, 0])
  })

  it('counts a case that two ways lead to once, and says so when nobody counted further', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    await world.relation(acme.id, hikari)
    for (let at = 0; at < 3; at += 1) await world.case(acme.id, aiko)
    const home = await openHome(deps, aiko)
    expect(home.counts?.NEW).toEqual({ count: 3, more: false })
    const [row] = await world.store.db.case.findMany({ take: 1 })
    const { number: _number, ...more } = row!
    await world.store.db.case.createMany({ data: Array.from({ length: 1000 }, () => ({ ...more, answers: [] })) })
    expect((await openHome(deps, aiko)).counts?.NEW).toEqual({ count: 1000, more: true })
  })

  it('counts and tells nothing of the cases of a customer who turned access off (ACCESS-1)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const stark = await world.customer('stark.example', hikari, { name: 'Stark' })
    await world.case(acme.id, aiko, { state: 'ACTION_REQUIRED' })
    const open = await world.case(stark.id, aiko, { state: 'ACTION_REQUIRED' })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const home = await openHome(deps, aiko)
    expect(counted(home)).toEqual([0, 0, 1, 0])
    expect(waiting(home)).toEqual([['asks', open]])
    expect(counted(await openHome(deps, aiko, { filters: { customer: acme.id } }))).toEqual([0, 0, 0, 0])
  })

  it('tells first what waits for its reader, most pressing kind first and each case once', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const ben = await world.account('ben@hikari.example', hikari)
    const { db } = world.store
    const asks = await world.case(acme.id, aiko, { state: 'ACTION_REQUIRED', updatedAt: world.hoursAgo(1) })
    const asksLonger = await world.case(acme.id, aiko, { state: 'ACTION_REQUIRED', updatedAt: world.hoursAgo(5) })
    const proposed = await world.case(acme.id, aiko, { state: 'SOLUTION_PROVIDED' })
    const overdue = await world.case(acme.id, aiko, { state: 'IN_PROGRESS' })
    const inTime = await world.case(acme.id, aiko, { state: 'IN_PROGRESS' })
    const portal = await world.case(acme.id, aiko, { state: 'CLOSED' })
    const held = await world.case(acme.id, ben, { state: 'NEW' })
    await world.case(acme.id, ben, { state: 'ACTION_REQUIRED' })
    await db.case.update({ where: { number: overdue }, data: { clockSince: world.hoursAgo(9), targetAt: world.hoursAgo(1) } })
    await db.case.update({ where: { number: inTime }, data: { clockSince: world.hoursAgo(9), targetAt: world.hoursAgo(-1) } })
    await db.case.updateMany({ where: { number: { in: [portal, asks] } }, data: { portalWaitsSince: world.hoursAgo(2) } })
    const file = { caseNumber: held, name: 'trace.log', mimeType: 'text/plain', size: 1, addedAt: world.now }
    await db.attachment.createMany({ data: [{ ...file, id: 'a1', state: 'HELD', addedById: aiko.accountId }, { ...file, id: 'a2', state: 'HELD', addedById: ben.accountId }, { ...file, id: 'a3', state: 'RELEASED', addedById: aiko.accountId }] })
    const home = await openHome(deps, aiko)
    expect(waiting(home)).toEqual([['held', held], ['overdue', overdue], ['asks', asksLonger], ['asks', asks], ['proposed', proposed], ['portal', portal]])
    expect(home.waits[0]?.file).toBe('trace.log')
    expect(home.moreWaits).toBe(false)
  })

  it('goes on to further pages, and says why a filter cannot be followed', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const filed: number[] = []
    for (let at = 0; at < 12; at += 1) filed.push(await world.case(acme.id, aiko, { updatedAt: world.hoursAgo(20 - at) }))
    const first = await openHome(deps, aiko)
    const next = ('rows' in first.cases && first.cases.next) || ''
    expect(numbers(await openHome(deps, aiko, { after: next }))).toEqual(filed.slice(0, 2).toReversed())
    // Another domain's customer in a forged button is none (SCOPE-1).
    const foreign = await expectNoRowsWritten(world.store, () => openHome(deps, aiko, { filters: { customer: 'hooli.example' } }))
    expect(foreign.cases).toEqual({ refusal: { code: 'customer_not_found', words: 'hooli.example' } })
    expect(foreign.counts).toBeNull()
  })

  it('shows the customer its own cases, and the desk its queue (SCOPE-4, SCOPE-6)', async () => {
    const { world, deps, aiko, acme, hooli, sven } = await smallWorld(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    const kim = await world.account('kim@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const ours = await world.case(acme.id, aiko)
    await world.store.db.case.update({ where: { number: ours }, data: { deskSince: world.now } })
    const direct = await world.case(acme.id, null, { ownerId: petra.accountId, state: 'ACTION_REQUIRED' })
    const theirs = await world.case(hooli.id, sven)
    // To be carried to the web portal, which is its reseller's to do (CASE-9).
    const carried = await world.case(acme.id, null, { ownerId: petra.accountId, state: 'CLOSED' })
    await world.store.db.case.update({ where: { number: carried }, data: { desk: 'PORTAL', portalWaitsSince: world.hoursAgo(1) } })
    const customers = await openHome(deps, petra)
    expect(numbers(customers).toSorted((a, b) => a - b)).toEqual([ours, direct, carried])
    expect(waiting(customers)).toEqual([['asks', direct]])
    expect(counted(customers)).toEqual([1, 0, 1, 0])
    const desks = await openHome(deps, kim)
    expect(desks.queue?.rows.map(({ number }) => number)).toContain(ours)
    expect(desks.counts).toBeNull()
    expect(numbers(desks)).toContain(theirs)
  })
}) })

describe('the filters of lists', () => { eachStore((_name, fresh) => {
  it('offers only customers the account may see, and none to who may see no cases', async () => {
    const { world, deps, aiko, nova, acme } = await smallWorld(await fresh())
    expect(await searchCaseCustomers(deps, aiko, { words: '' })).toEqual([{ id: acme.id, name: 'Acme', domain: 'acme.example' }])
    expect(await searchCaseCustomers(deps, aiko, { words: 'hooli' })).toEqual([])
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(searchCaseCustomers(deps, nova, { words: '' }))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(openFilters(deps, nova, {}))).toMatchObject({ code: 'privileges_missing' })
    })
  })

  it('opens with what stands there, and without a customer that is none of the account’s (SCOPE-1)', async () => {
    const { deps, aiko, acme } = await smallWorld(await fresh())
    const customer = { id: acme.id, name: 'Acme', domain: 'acme.example' }
    expect(await openFilters(deps, aiko, { customer: 'acme', mine: true })).toEqual({ filters: { customer: 'acme', mine: true }, customer, choosesCustomer: true })
    expect((await openFilters(deps, aiko, { customer: 'hooli.example' })).customer).toBeNull()
  })

  it('finds a case by its number and by the portal’s, with and without a sign', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const number = await world.case(acme.id, aiko)
    await world.case(acme.id, aiko)
    await world.store.db.case.update({ where: { number }, data: { portalNumber: '44-7781' } })
    await world.store.transaction((tx) => indexCase(tx, number))
    const found = async (words: string): Promise<CaseList['rows']> => (await listCases(deps, aiko, { words })).rows
    for (const words of [String(number), `#${number}`, '44-7781', '7781']) expect((await found(words)).map((row) => row.number)).toEqual([number])
  })
}) })
