import { afterEach, beforeEach, expect, test } from 'vitest'
import { cardsOfCustomer } from '../../src/store/cases/posted-cards.js'
import { eachStore } from '../support/stores.js'
import { startBench, turnSwitch, type Bench } from './start.js'

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  /** More cases of the customer, each with its card posted; numbers 2 and on. */
  async function postedCases(count: number): Promise<void> {
    const { number: _, answers: __, ...one } = await bench.store.db.case.findUniqueOrThrow({ where: { number: 1 } })
    const numbers = Array.from({ length: count }, (_each, i) => i + 2)
    await bench.store.db.case.createMany({ data: numbers.map((number) => ({ ...one, number, title: `Secret ${number}`, answers: [] })) })
    for (const caseNumber of numbers) await bench.put({ kind: 'case_card', caseNumber, channel: 'C0HIKARI' })
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(count)
  }
  const shown = () => bench.slack.said.map((said) => said.text)

  test('ACCESS-1: withdrawn access locks every posted card of the customer, however many pages, and its return opens them', async () => {
    await postedCases(103)
    await turnSwitch(bench, 'SWITCH_OFF')
    const uid = await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    expect(shown().filter((text) => !text.includes('🔒') || text.includes('Secret'))).toEqual([])
    const rows = await bench.store.db.outbox.findMany({ where: { uid: { startsWith: `${uid}#` } }, orderBy: { id: 'asc' } })
    expect(rows.filter((row) => row.kind === 'customer_cards')).toMatchObject([{ payload: { customerId: 1, after: { number: 51 } } }, { payload: { customerId: 1, after: { number: 101 } } }])
    expect(rows.filter((row) => row.kind === 'case_card')).toHaveLength(103)
    await turnSwitch(bench, 'SWITCH_ON')
    await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    expect(shown().filter((text) => !text.includes('Secret'))).toEqual([])
    // Edited in place: case 1, which had no card, has none.
    expect(bench.slack.said).toHaveLength(103)
  }, 60_000)

  test('SCOPE-3: after a transfer every posted card becomes a neutral line without buttons, once; it comes back with the customer', async () => {
    await postedCases(2)
    const { ts } = bench.slack.said[0]!
    const transfer = async (resellerId: string) => {
      await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId } })
      await bench.put({ kind: 'customer_cards', customerId: 1 })
      await bench.delivery.drain()
    }
    await transfer('boreal')
    expect(shown()).toEqual(['ケース #2 は、このドメインの対象ではなくなりました。', 'ケース #3 は、このドメインの対象ではなくなりました。'])
    const edits = bench.slack.calls.filter(({ method }) => method === 'chat.update')
    expect(edits).toHaveLength(2)
    for (const { args } of edits) expect(args['blocks']).not.toMatch(/Secret|Acme|acme|button|actions/)
    await transfer('boreal')
    expect(bench.slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(2)
    await transfer('hikari')
    expect(shown().filter((text) => !text.includes('Secret'))).toEqual([])
    expect(bench.slack.said.map((said) => said.ts)).toContain(ts)
    expect(bench.slack.said).toHaveLength(2)
  })

  test('SCOPE-3: a card whose channel is nobody’s any more becomes neutral too, and one that was deleted is forgotten', async () => {
    await postedCases(2)
    bench.slack.said[0]!.ts = 'gone'
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: null } })
    await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
    await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    expect(shown()[1]).toBe('ケース #3 は、このドメインの対象ではなくなりました。')
    expect(await bench.store.db.caseCard.findMany()).toMatchObject([{ caseNumber: 3, shownVersion: -1 }])
    expect(bench.slack.said).toHaveLength(2)
  })

  test('asked again before the first was done, each card is drawn as it is then', async () => {
    await postedCases(2)
    await turnSwitch(bench, 'SWITCH_OFF')
    await bench.put({ kind: 'customer_cards', customerId: 1 })
    await turnSwitch(bench, 'SWITCH_ON')
    await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    expect(shown().filter((text) => text.includes('🔒'))).toEqual([])
  })

  test('a case that changes while its customer’s cards are gone through is not passed over', async () => {
    await postedCases(60)
    const { db } = bench.store
    const at = (minutes: number) => new Date(bench.now().getTime() + minutes * 60_000)
    for (let number = 2; number <= 61; number += 1) await db.case.update({ where: { number }, data: { updatedAt: at(number % 7) } })
    const first = await cardsOfCustomer(db, 1, null, 50)
    const next = first.cards.map(({ caseNumber }) => caseNumber)
    const left = Array.from({ length: 60 }, (_each, i) => i + 2).filter((number) => !next.includes(number))
    await db.case.update({ where: { number: left[0]! }, data: { updatedAt: at(60) } })
    const second = await cardsOfCustomer(db, 1, first.last, 50)
    expect(second.last).toBeNull()
    expect(second.cards.map(({ caseNumber }) => caseNumber).sort((a, b) => a - b)).toEqual(left)
  })

  test('a customer without cards has nothing drawn', async () => {
    const uid = await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
    expect(bench.slack.calls).toEqual([])
  })

  test('what a crash interrupted asks for no card twice', async () => {
    await postedCases(1)
    await turnSwitch(bench, 'SWITCH_OFF')
    const uid = await bench.put({ kind: 'customer_cards', customerId: 1 })
    await bench.delivery.drain()
    await bench.store.db.outbox.update({ where: { uid }, data: { state: 'PENDING', attempts: 0, leaseUntil: null } })
    await bench.after(1)
    expect(await bench.store.db.outbox.count({ where: { kind: 'case_card', uid: { startsWith: `${uid}#` } } })).toBe(1)
  })

  test('a case that is not filed yet gets no card', async () => {
    await bench.store.db.case.update({ where: { number: 1 }, data: { state: 'PENDING_APPROVAL' } })
    const uid = await bench.put({ kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' })
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    expect(bench.slack.calls).toEqual([])
  })
})
