import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { startBench, turnSwitch, type Bench } from './start.js'

const card: OutboxMessage = { kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' }

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  const change = (data: { title?: string; version?: number }) => bench.store.db.case.update({ where: { number: 1 }, data })

  test('a card is posted once, in the language of the reseller, with the row’s id in its metadata', async () => {
    const uid = await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(1)
    expect(bench.slack.said[0]).toMatchObject({ channel: 'C0HIKARI', metadata: { event_type: 'onbehalf_outbox', event_payload: { id: uid } } })
    expect(bench.slack.said[0]!.text).toContain('Mail is late')
    expect(bench.slack.said[0]!.text).toContain('新規')
    expect(await bench.store.db.caseCard.findFirst()).toMatchObject({ channelId: 'C0HIKARI', ts: bench.slack.said[0]!.ts, shownVersion: 1 })
  })

  test('a later version edits the card in place, showing the present state; an older one does nothing', async () => {
    await bench.put(card)
    await bench.delivery.drain()
    await change({ title: 'Mail is very late', version: 3 })
    await bench.put(card)
    await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'chat.update'])
    expect(bench.slack.said[0]!.text).toContain('Mail is very late')
    expect(await bench.store.db.caseCard.findFirst()).toMatchObject({ shownVersion: 3 })
  })

  test('a card that somebody deleted is posted again', async () => {
    await bench.put(card)
    await bench.delivery.drain()
    bench.slack.said[0]!.ts = 'gone'
    await change({ version: 2 })
    await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(2)
    expect(await bench.store.db.caseCard.findMany()).toMatchObject([{ ts: bench.slack.said[1]!.ts, shownVersion: 2 }])
  })

  test('SCOPE-3: once the customer went to another reseller, nothing of the case goes to the old channel', async () => {
    const uid = await bench.put(card)
    await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
    await bench.delivery.drain()
    expect(bench.slack.calls).toEqual([])
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
  })

  test('SCOPE-3: a card whose posting nobody heard back of, and whose customer went to another reseller then, is found and says nothing', async () => {
    bench.slack.next('chat.postMessage', 'lost')
    const uid = await bench.put(card)
    await bench.delivery.drain()
    await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
    await bench.after(3)
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.update'])
    expect(bench.slack.said.map((said) => said.text)).toEqual(['ケース #1 は、このドメインの対象ではなくなりました。'])
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
  })

  test('SCOPE-1: a case never goes to another reseller’s channel, but to that of its own', async () => {
    await bench.put({ ...card, channel: 'C0BOREAL' })
    await bench.delivery.drain()
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0HIKARI'])
  })

  test('a card that waited while the domain chose another channel goes to that one, once', async () => {
    const uids = [await bench.put(card), await bench.put(card)]
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: 'C0NEW' } })
    await bench.put({ ...card, channel: 'C0NEW' })
    await bench.delivery.drain()
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0NEW'])
    expect(await Promise.all(uids.map(bench.row))).toMatchObject([{ state: 'DONE' }, { state: 'DONE' }])
    expect(await bench.store.db.outbox.count({ where: { state: { not: 'DONE' } } })).toBe(0)
  })

  test('SCOPE-4: that of a customer’s own case goes with the channel of the reseller that manages it', async () => {
    await bench.store.db.case.update({ where: { number: 1 }, data: { kind: 'DIRECT', filedByOrgId: 'acme' } })
    await bench.put(card)
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: 'C0NEW' } })
    await bench.delivery.drain()
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0NEW'])
  })

  test('a domain that has no channel any more gets no card', async () => {
    const uid = await bench.put(card)
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: null } })
    await bench.delivery.drain()
    expect(bench.slack.calls).toEqual([])
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
  })

  test('SCOPE-1: where two reseller domains name one channel nothing is posted, and the log says so', async () => {
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'boreal' }, data: { updatesChannel: 'C0HIKARI' } })
    const uid = await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.calls).toEqual([])
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    expect(bench.logged.join('\n')).toContain('several reseller domains name this updates channel')
  })

  test('ACCESS-1: a card whose customer withdrew access shows number, customer and reason; it comes back with access', async () => {
    await turnSwitch(bench, 'SWITCH_OFF')
    await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(1)
    expect(bench.slack.said[0]!.text).toMatch(/🔒.*Acme.*#1 .*Petra/)
    expect(bench.slack.calls[0]!.args['blocks']).not.toMatch(/Mail is late|Aiko/)
    await turnSwitch(bench, 'SWITCH_ON')
    await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.said[0]!.text).toContain('Mail is late')
  })

  test('ACCESS-1: a card that shows the case is locked by the next row, whatever its version', async () => {
    await bench.put(card)
    await bench.delivery.drain()
    await turnSwitch(bench, 'SWITCH_OFF')
    await bench.put(card)
    await bench.delivery.drain()
    expect(bench.slack.said.map((said) => said.text).join()).not.toContain('Mail is late')
  })

  test('a channel known by its name is learned from the first post, and its cards stay one', async () => {
    await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: 'case-updates' } })
    await bench.put({ ...card, channel: 'case-updates' })
    await bench.delivery.drain()
    expect(await bench.store.db.resellerPolicy.findUnique({ where: { organizationId: 'hikari' } })).toMatchObject({ updatesChannel: 'C0HIKARI' })
    await change({ version: 2 })
    await bench.put({ ...card, channel: 'C0HIKARI' })
    await bench.delivery.drain()
    await change({ version: 3 })
    await bench.put({ ...card, channel: 'case-updates' })
    await bench.delivery.drain()
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'chat.update', 'chat.update'])
  })
})
