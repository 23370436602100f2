import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDue } from '../../src/store/outbox/outbox-leases.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { startBench, type Bench } from './start.js'

const card: OutboxMessage = { kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' }
const author: OutboxMessage = { kind: 'tell_author', caseNumber: 1, channelId: 'C0TALK', threadTs: '1700000000.000100' }
const person = { teamId: 'T1', userId: 'U0AIKO' }

eachStore((name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  test('house rule 6: a lost answer makes the sender look first; what it finds is not sent again', async () => {
    bench.slack.next('chat.postMessage', 'lost')
    const uid = await bench.put(card)
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'PENDING', unknown: true })
    await bench.after(3)
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.update'])
    expect(bench.slack.calls[1]!.args).toMatchObject({ channel: 'C0HIKARI', include_all_metadata: 'true' })
    expect(bench.slack.said).toHaveLength(1)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
    expect(await bench.store.db.caseCard.findFirst()).toMatchObject({ ts: bench.slack.said[0]!.ts })
  })

  test('a card that was found is kept although its edit is put off: no second one', async () => {
    bench.slack.next('chat.postMessage', 'lost')
    bench.slack.next('chat.update', { status: 429, headers: { 'retry-after': '30' } })
    const uid = await bench.put(card)
    await bench.delivery.drain()
    await bench.after(3)
    await bench.after(31)
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.update', 'chat.update'])
    expect(bench.slack.said).toHaveLength(1)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
    expect(await bench.store.db.caseCard.findMany()).toMatchObject([{ ts: bench.slack.said[0]!.ts, shownVersion: 1 }])
  })

  test('what the look does not find is sent', async () => {
    bench.slack.next('chat.postMessage', 'cut')
    await bench.put(card)
    await bench.delivery.drain()
    await bench.after(3)
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.postMessage'])
    expect(bench.slack.said).toHaveLength(1)
  })

  test('without the scope to look it is sent again, once', async () => {
    bench.slack.next('chat.postMessage', 'lost')
    bench.slack.next('conversations.history', { error: 'missing_scope' })
    const uid = await bench.put(card)
    await bench.delivery.drain()
    await bench.after(3)
    await bench.after(60)
    expect(bench.slack.said).toHaveLength(2)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE', attempts: 2 })
  })

  test.each(['missing_scope', 'unknown_method', 'method_not_supported_for_channel_type'])('a direct message whose conversation may not be asked for (%s) is sent again, once', async (error) => {
    bench.slack.next('chat.postMessage', 'lost')
    bench.slack.next('conversations.open', { error })
    const uid = await bench.put({ kind: 'case_filed', caseNumber: 1, to: person })
    await bench.delivery.drain()
    await bench.after(3)
    await bench.after(60)
    expect(bench.slack.said).toHaveLength(2)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE', attempts: 2 })
  })

  test('a look that fails itself leaves the outcome unknown: no resend before Slack could be asked', async () => {
    bench.slack.next('chat.postMessage', 'lost')
    bench.slack.next('conversations.history', 'cut', { status: 429, headers: { 'retry-after': '30' } })
    await bench.put(card)
    await bench.delivery.drain()
    await bench.after(3)
    await bench.after(8)
    await bench.after(31)
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'conversations.history', 'conversations.history', 'chat.update'])
    expect(bench.slack.said).toHaveLength(1)
  })

  /** A process claimed the row, posted the card, and was killed before it could save where. */
  async function killedAfterPost(): Promise<string> {
    const uid = await bench.put(card)
    await bench.store.transaction((tx) =>
      claimDue(tx, { kind: bench.store.kind, owner: 'dead', now: bench.now(), leaseUntil: new Date(bench.now().getTime() + 60_000), limit: 1 }),
    )
    bench.slack.said.push({ channel: 'C0HIKARI', ts: '1800000000.000001', text: 'old', metadata: { event_type: 'onbehalf_outbox', event_payload: { id: uid } } })
    return uid
  }

  test('a process that starts after a kill need not wait for the lease where it is the only one', async () => {
    const uid = await killedAfterPost()
    const restarted = bench.another('restarted')
    await restarted.drain()
    await restarted.stop()
    expect(await bench.row(uid)).toMatchObject({ state: name === 'sqlite' ? 'DONE' : 'PENDING' })
    expect(bench.slack.methods()).toEqual(name === 'sqlite' ? ['conversations.history', 'chat.update'] : [])
  })

  test('a process killed between post and save: the next one finds the message and edits it', async () => {
    const uid = await killedAfterPost()
    await bench.after(61)
    expect(bench.slack.methods()).toEqual(['conversations.history', 'chat.update'])
    expect(bench.slack.said[0]!.text).toContain('Mail is late')
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
  })

  test('a direct message is looked for in its conversation, a reply in its thread', async () => {
    bench.slack.next('chat.postMessage', 'lost', 'lost')
    await bench.put({ kind: 'case_filed', caseNumber: 1, to: person })
    await bench.put(author)
    await bench.delivery.drain()
    await bench.after(3)
    expect(bench.slack.said.map(({ channel, threadTs }) => `${channel} ${threadTs}`).sort()).toEqual(['C0TALK 1700000000.000100', 'D0AIKO undefined'])
    expect(bench.slack.methods().filter((method) => method === 'chat.postMessage')).toHaveLength(2)
    expect(bench.slack.methods()).toEqual(expect.arrayContaining(['conversations.open', 'conversations.history', 'conversations.replies']))
  })
})
