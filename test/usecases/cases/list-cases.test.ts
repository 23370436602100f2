import { describe, expect, it } from 'vitest'
import type { CaseList } from '../../../src/domain/cases/case-view.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import type { ListCases } from '../../../src/usecases/cases/list-cases.js'
import { openHome } from '../../../src/usecases/open-home.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const numbers = (list: CaseList): number[] => list.rows.map((row) => row.number)

describe('listCases', () => { eachStore((_name, fresh) => {
  it('goes through all cases page by page, by last update, newest first (CASE-7)', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const filed: number[] = []
    // Every three of one moment, so that the number must decide.
    for (let at = 0; at < 7; at += 1) filed.push(await world.case(acme.id, aiko, { updatedAt: world.hoursAgo(10 - Math.floor(at / 3)) }))
    const pages: number[][] = []
    for (let after: string | undefined; pages.length < 9; ) {
      const list: CaseList = await listCases(deps, aiko, { limit: 2, ...(after !== undefined && { after }) })
      pages.push(numbers(list))
      if (list.next === null) break
      after = list.next
    }
    expect(pages.flat()).toEqual(filed.toSorted((a, b) => b - a))
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1])
    // The last is a number that no store keeps.
    for (const after of ['nonsense', '999999999999999-1', '0-9999999999']) expect(numbers(await listCases(deps, aiko, { after }))).toHaveLength(7)
  })

  it('filters by state, severity, customer, and what the actor owns (CASE-7)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const kenji = await world.account('kenji@hikari.example', hikari)
    const stark = await world.customer('stark.example', hikari, { name: 'Stark' })
    const a = await world.case(acme.id, aiko, { severity: 'P1', updatedAt: world.hoursAgo(3) })
    const b = await world.case(acme.id, kenji, { state: 'CLOSED', updatedAt: world.hoursAgo(2) })
    const c = await world.case(stark.id, kenji, { updatedAt: world.hoursAgo(1) })
    const list = async (input: ListCases) => numbers(await listCases(deps, aiko, input))
    expect(await list({})).toEqual([c, b, a])
    expect(await list({ states: [], severities: [] })).toEqual([c, b, a])
    expect(await list({ states: ['CLOSED', 'SOLUTION_PROVIDED'] })).toEqual([b])
    expect(await list({ severities: ['P1', 'P2'] })).toEqual([a])
    expect(await list({ mine: true })).toEqual([a])
    expect(await list({ customer: acme.id })).toEqual([b, a])
    expect(await list({ customer: 'STARK.example' })).toEqual([c])
    expect(await list({ customer: acme.id, states: ['NEW'], mine: true })).toEqual([a])
  })

  it('says what waits for the web portal to those who carry it there, and to nobody else (CASE-9)', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    const kim = await world.account('kim@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const waits = async (state: 'NEW' | 'PENDING_APPROVAL', portalNumber: string | null, updatedAt: Date): Promise<void> => {
      const number = await world.case(acme.id, aiko, { state, updatedAt })
      await world.store.db.case.update({ where: { number }, data: { desk: 'PORTAL', portalWaitsSince: world.hoursAgo(1), portalNumber } })
    }
    await waits('NEW', null, world.hoursAgo(3))
    await waits('NEW', 'C-7', world.hoursAgo(2))
    // What waits for a manager is carried nowhere yet.
    await waits('PENDING_APPROVAL', null, world.hoursAgo(1))
    const marks = async (actor: typeof aiko) => (await listCases(deps, actor, {})).rows.map((row) => (row.locked ? 'locked' : row.portalWaits))
    expect(await marks(aiko)).toEqual([null, 'news', 'case'])
    expect(await marks(petra)).toEqual([null, null])
    expect(await marks(kim)).toEqual([null, null])
  })

  it('finds words of title, answers and customer, in scripts without spaces too', async () => {
    const { world, deps, aiko, sven, acme, hooli } = await smallWorld(await fresh())
    const late = await world.case(acme.id, aiko, { title: 'Delivery is slow' })
    const refund = await world.case(acme.id, aiko, { title: '返金の件', answer: 'Émile waits' })
    await world.case(hooli.id, sven, { title: 'Delivery is slow' })
    const list = async (words: string) => numbers(await listCases(deps, aiko, { words })).toSorted((a, b) => a - b)
    expect(await list('deliv')).toEqual([late])
    expect(await list('返金')).toEqual([refund])
    expect(await list('emile')).toEqual([refund])
    expect(await list('acme')).toEqual([late, refund])
    expect(await list('nothing like it')).toEqual([])
  })

  it('refuses a customer of another domain as one that does not exist (SCOPE-1)', async () => {
    const { deps, aiko, hooli } = await smallWorld(await fresh())
    for (const customer of [hooli.id, 999_999, 'hooli.example', 'nobody']) {
      expect(await refusalOf(listCases(deps, aiko, { customer }))).toEqual({ code: 'customer_not_found', words: String(customer) })
    }
  })

  it('says so when words mean more customers than can be taken together', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    const names = Array.from({ length: 101 }, (_, index) => `trading${index}.example`)
    for (const domain of names) await world.customer(domain, hikari, { subscriptions: [] })
    expect(await refusalOf(listCases(deps, aiko, { customer: 'trading' }))).toEqual({ code: 'customers_too_many', words: 'trading', max: 100 })
    expect((await listCases(deps, aiko, { customer: 'trading7.example' })).rows).toEqual([])
  })

  it('lists nobody the cases of others (SCOPE-1, SCOPE-3 to SCOPE-6)', async () => {
    const { world, deps, aiko, sven, acme, hooli, boreal } = await smallWorld(await fresh())
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    const ours = await world.case(acme.id, aiko)
    const before = await world.case(acme.id, null, { managedAtFilingId: boreal })
    const theirs = await world.case(hooli.id, sven)
    const waiting = await world.case(acme.id, aiko, { state: 'PENDING_APPROVAL' })
    const seen = async (actor: typeof aiko) => numbers(await listCases(deps, actor, {})).toSorted((a, b) => a - b)
    expect(await seen(aiko)).toEqual([ours, waiting])
    expect(await seen(sven)).toEqual([theirs])
    expect(await seen(petra)).toEqual([ours, before])
    expect(await seen(desk)).toEqual([ours, before, theirs])
  })

  it('locks the rows of a customer without access, and tells nothing of their content (ACCESS-1)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const stark = await world.customer('stark.example', hikari, { name: 'Stark' })
    const locked = await world.case(acme.id, aiko, { title: 'Secret merger', severity: 'P1', updatedAt: world.hoursAgo(1) })
    const open = await world.case(stark.id, aiko, { title: 'Open merger', severity: 'P1', updatedAt: world.hoursAgo(2) })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const list = await listCases(deps, aiko, {})
    expect(list.rows[0]).toEqual({ locked: true, number: locked, customerName: 'Acme', block: { reason: 'switch_off', since: world.hoursAgo(1), by: 'Petra' } })
    expect(list.rows[1]).toMatchObject({ locked: false, number: open, title: 'Open merger', ownerName: 'Aiko' })
    // A filter must not tell what the row hides; its customer and number are no secret.
    for (const input of [{ words: 'merger' }, { severities: ['P1'] }, { states: ['NEW'] }, { mine: true }] as const) {
      expect(numbers(await listCases(deps, aiko, input))).toEqual([open])
    }
    expect(numbers(await listCases(deps, aiko, { words: 'acme' }))).toEqual([locked])
    expect(numbers(await listCases(deps, aiko, { customer: acme.id }))).toEqual([locked])
  })

  it('fills a page past rows that may not show', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const stark = await world.customer('stark.example', hikari)
    const open: number[] = []
    for (let at = 0; at < 4; at += 1) {
      open.push(await world.case(stark.id, aiko, { updatedAt: world.hoursAgo(50 - at * 10) }))
      for (let more = 1; more <= 2; more += 1) await world.case(acme.id, aiko, { updatedAt: world.hoursAgo(50 - at * 10 - more) })
    }
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const first = await listCases(deps, aiko, { mine: true, limit: 3 })
    expect(numbers(first)).toEqual([open[3], open[2], open[1]])
    expect(await listCases(deps, aiko, { mine: true, limit: 3, after: first.next! })).toMatchObject({ rows: [{ number: open[0] }], next: null })
  })

  it('refuses who may see no cases', async () => {
    const { world, deps, nova } = await smallWorld(await fresh())
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(listCases(deps, nova, {}))).toMatchObject({ code: 'privileges_missing', admins: ['Omar'] })
    })
  })
}) })

describe('openHome', () => { eachStore((_name, fresh) => {
  it('shows the signed-in account, unfinished drafts and the newest ten cases', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const filed: number[] = []
    for (let at = 0; at < 11; at += 1) filed.push(await world.case(acme.id, aiko, { updatedAt: world.hoursAgo(20 - at) }))
    const { draftId } = await openFiling(deps, aiko, { origin: { how: 'home' }, deliveryKey: 'k' })
    await saveDraft(deps, aiko, { draftId, values: { title: 'Unfinished' } })
    const home = await openHome(deps, aiko)
    expect(home).toMatchObject({
      account: { name: 'Aiko', email: 'aiko@hikari.example', domain: 'hikari.example', organizationName: 'hikari.example', organizationKind: 'RESELLER' },
      domains: ['hikari.example'], mayFile: true, unfinished: [{ draftId, title: 'Unfinished' }],
    })
    expect('rows' in home.cases && numbers(home.cases)).toEqual(filed.toReversed().slice(0, 10))
    expect('rows' in home.cases && home.cases.next).not.toBeNull()
  })

  it('opens to people who may see no cases too, and tells them whom to ask', async () => {
    const { world, deps, nova } = await smallWorld(await fresh())
    const home = await expectNoRowsWritten(world.store, () => openHome(deps, nova))
    expect(home).toMatchObject({ administers: false, mayFile: false, cases: { refusal: { code: 'privileges_missing', admins: ['Omar'] } } })
  })
}) })
