import { createHmac } from 'node:crypto'
import type { App, ReceiverEvent } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { httpReceiver } from '../../src/slack/http-receiver.js'

const secret = 'shh'
const now = new Date()
const lines: string[] = []
const note = (_facts: object, message: string): void => void lines.push(message)
const log = { debug: note, info: note, warn: note, error: note }
let stop: (() => Promise<unknown>) | undefined

async function started(ready: () => Promise<void> = () => Promise.resolve()): Promise<{ url: string; events: ReceiverEvent[] }> {
  const receiver = httpReceiver({ signingSecret: secret, port: 0, now: () => now, ready, log })
  const events: ReceiverEvent[] = []
  receiver.init({ processEvent: async (event: ReceiverEvent) => { events.push(event); await event.ack() } } as unknown as App)
  await receiver.start()
  stop = () => receiver.stop()
  return { url: `http://127.0.0.1:${receiver.port()}`, events }
}

afterEach(async () => {
  await stop?.()
  stop = undefined
})

function signed(body: string, at: number, key = secret): RequestInit {
  const signature = `v0=${createHmac('sha256', key).update(`v0:${at}:${body}`).digest('hex')}`
  return { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-signature': signature, 'x-slack-request-timestamp': String(at) } }
}
const seconds = (offset: number): number => Math.floor(now.getTime() / 1000) + offset
const command = 'command=%2Fcase&text=help&team_id=T1&user_id=U1'

describe('requests from Slack over HTTP', () => {
  test.each([
    ['signed now', signed(command, seconds(0)), 200],
    ['a clock two minutes ahead', signed(command, seconds(120)), 200],
    ['dated six minutes ahead', signed(command, seconds(360)), 401],
    ['dated six minutes ago', signed(command, seconds(-360)), 401],
    ['signed with another secret', signed(command, seconds(0), 'other'), 401],
    ['broken JSON', signed('payload=%7B%22broken', seconds(0)), 400],
  ])('%s: %#', async (_name, request, status) => {
    const { url, events } = await started()
    const response = await fetch(`${url}/slack/events`, request)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/\bat .*\.js/)
    expect(events).toHaveLength(status === 200 ? 1 : 0)
  })

  test('anything else is not there, and says nothing of what is', async () => {
    const { url } = await started()
    expect((await fetch(`${url}/admin`)).status).toBe(404)
    expect((await fetch(`${url}/slack/events`)).status).toBe(404)
  })
})

test('alive at once, ready only while the store answers', async () => {
  let broken = false
  const { url } = await started(() => (broken ? Promise.reject(new Error('no store')) : Promise.resolve()))
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  broken = true
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})
