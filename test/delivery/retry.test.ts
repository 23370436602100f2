import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backoffSeconds, maxAttempts, maxAttemptsForPeople, peopleSeconds } from '../../src/delivery/backoff.js'
import { classifyFailure, ofHttpStatus, ofSlackError } from '../../src/delivery/classify-failure.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { start, startBench, type Bench } from './start.js'

const tell = (channelId: string): OutboxMessage => ({ kind: 'tell_author', caseNumber: 1, channelId, threadTs: '1700000000.000100' })
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('backoff', () => {
  test.each([[1, 2.7], [2, 7.4], [5, 148.4], [10, 22_026.5], [11, 22_026.5], [25, 22_026.5]])('after attempt %i: %f s', (attempt, seconds) => {
    expect(backoffSeconds(attempt)).toBeCloseTo(seconds, 0)
  })
})

describe('what an error means', () => {
  test.each([
    ['is_archived', 'give_up'],
    ['user_disabled', 'give_up'],
    ['invalid_blocks', 'give_up'],
    ['msg_too_long', 'give_up'],
    ['channel_not_found', 'retry'],
    ['not_in_channel', 'retry'],
    ['invalid_auth', 'retry'],
    ['account_inactive', 'retry'],
    ['ratelimited', 'wait'],
    ['internal_error', 'unknown'],
    ['<html>bad gateway</html>', 'unknown'],
  ])('Slack’s %s: %s', (name, how) => expect(ofSlackError(name, start).how).toBe(how))

  test.each([[500, 'unknown'], [502, 'unknown'], [404, 'retry'], [403, 'retry']])('HTTP %i: %s', (status, how) => expect(ofHttpStatus(status).how).toBe(how))

  test('an error nobody foresaw counts as unknown', () => expect(classifyFailure(new Error('surprise'), start)).toEqual({ how: 'unknown', words: 'surprise' }))
})

eachStore((_name, fresh) => {
  let bench: Bench
  const states = async () => (await bench.store.db.outbox.findMany({ select: { state: true } })).map((row) => row.state).sort()
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  test('Retry-After is obeyed for the whole method, and does not count as an attempt', async () => {
    bench.slack.next('chat.postMessage', { status: 429, headers: { 'retry-after': '30' } })
    const first = await bench.put(tell('C0ONE'))
    await bench.delivery.drain()
    const second = await bench.put(tell('C0TWO'))
    await bench.after(29)
    expect(bench.slack.calls).toHaveLength(1)
    expect(await bench.row(first)).toMatchObject({ attempts: 0, unknown: false, runAt: secondsLater(30) })
    expect(await bench.row(second)).toMatchObject({ attempts: 0, runAt: secondsLater(30) })
    await bench.after(2)
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0ONE', 'C0TWO'])
  })

  test('while an earlier row of a lane waits, nothing later of it goes; other lanes go on', async () => {
    bench.slack.next('chat.postMessage', { error: 'missing_scope' })
    await bench.put(tell('C0ONE'))
    await bench.delivery.drain()
    await bench.put(tell('C0ONE'))
    await bench.put(tell('C0TWO'))
    await bench.after(60)
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0TWO'])
    await bench.after(300)
    expect(bench.slack.said.map((said) => said.channel)).toEqual(['C0TWO', 'C0ONE', 'C0ONE'])
    expect(bench.slack.said.map((said) => said.metadata?.event_payload.id)).toEqual(['row-3', 'row-1', 'row-2'])
  })

  test('what can never arrive is given up at once, visibly, and the lane goes on', async () => {
    bench.slack.next('chat.postMessage', { error: 'is_archived' })
    const uid = await bench.put(tell('C0ONE'))
    await bench.put(tell('C0ONE'))
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', lastError: 'is_archived' })
    expect(bench.slack.said).toHaveLength(1)
    expect(await states()).toEqual(['DONE', 'GIVEN_UP'])
  })

  test(`a row is given up after ${maxAttempts} attempts, each at its time`, async () => {
    bench.slack.next('chat.postMessage', ...Array.from({ length: maxAttempts }, () => ({ error: 'internal_error' })))
    const uid = await bench.put(tell('C0ONE'))
    await bench.delivery.drain()
    const posts = () => bench.slack.methods().filter((method) => method === 'chat.postMessage').length
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      const wait = backoffSeconds(attempt)
      await bench.after(wait - 0.5)
      expect(posts()).toBe(attempt)
      await bench.after(0.6)
    }
    expect(posts()).toBe(maxAttempts)
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', attempts: maxAttempts, lastError: 'internal_error' })
  })

  test('where only people can help, it is tried at least every quarter of an hour, for as many days', async () => {
    expect([1, 6, 7, 300].map(peopleSeconds)).toEqual([300, expect.closeTo(403, 0), 900, 900])
    expect(maxAttemptsForPeople * 900).toBeGreaterThan(4 * 86_400)
    bench.slack.next('chat.postMessage', ...Array.from({ length: 2 }, () => ({ error: 'not_in_channel' })))
    const uid = await bench.put({ kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' })
    await bench.store.db.outbox.update({ where: { uid }, data: { attempts: maxAttempts + 10 } })
    await bench.delivery.drain()
    await bench.after(899)
    expect(bench.slack.calls).toHaveLength(1)
    await bench.after(2)
    await bench.after(900)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
  })

  test.each(['not_in_channel', 'channel_not_found'])('%s: a thread is not told days later, and its channel does not wait for it', async (error) => {
    bench.slack.next('chat.postMessage', { error })
    const uid = await bench.put(tell('C0ONE'))
    await bench.put(tell('C0ONE'))
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', lastError: error })
    expect(bench.slack.said).toHaveLength(1)
  })

  test('a payload nobody understands is given up, not thrown', async () => {
    const uid = await bench.put(tell('C0ONE'))
    await bench.store.db.outbox.update({ where: { uid }, data: { payload: { caseNumber: 'one' } } })
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', lastError: 'the payload of tell_author cannot be read' })
  })

  test('stop lets the row that is being sent end, and takes nothing new', async () => {
    await bench.put(tell('C0ONE'))
    bench.delivery.wake()
    await bench.delivery.stop()
    const sent = bench.slack.said.length
    expect(await states()).toEqual([sent === 1 ? 'DONE' : 'PENDING'])
    expect(await bench.store.db.outbox.count({ where: { leaseOwner: { not: null } } })).toBe(0)
    await bench.put(tell('C0TWO'))
    await bench.after(600)
    expect(bench.slack.said).toHaveLength(sent)
  })
})
