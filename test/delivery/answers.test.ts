import { afterEach, beforeEach, expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { start, startBench, turnSwitch, type Bench } from './start.js'

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await bench.store.db.slackUser.create({
      data: { teamId: 'T1', userId: 'U0AIKO', name: 'Aiko', locale: 'ja-JP', timeZone: 'Asia/Tokyo', fetchedAt: start },
    })
  })
  afterEach(() => bench.stop())

  const filed = (responseUrlMinutes: number) =>
    bench.put({
      kind: 'case_filed',
      caseNumber: 1,
      to: {
        teamId: 'T1',
        userId: 'U0AIKO',
        responseUrl: `${bench.slack.url}/hooks/1`,
        responseUrlUntil: new Date(start.getTime() + responseUrlMinutes * 60_000).toISOString(),
      },
    })
  const directMessages = () => bench.slack.said.filter((said) => said.channel === 'D0AIKO')

  test('a fresh response_url is used: an ephemeral answer in the reader’s language, no direct message', async () => {
    await filed(30)
    await bench.delivery.drain()
    expect(bench.slack.responses).toHaveLength(1)
    expect(bench.slack.responses[0]!.body).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(bench.slack.responses[0]!.body.text).toMatch(/[ぁ-ん]/)
    expect(bench.slack.calls).toEqual([])
  })

  test('a stale one is not even tried: the answer is a direct message', async () => {
    await filed(0.5)
    await bench.delivery.drain()
    expect(bench.slack.responses).toEqual([])
    expect(directMessages()).toHaveLength(1)
  })

  test('one that Slack refuses is followed by a direct message at once', async () => {
    bench.slack.next('response_url', { status: 404, body: 'used_url' })
    const uid = await filed(30)
    await bench.delivery.drain()
    expect(directMessages()).toHaveLength(1)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE', attempts: 1 })
  })

  test('one whose answer was lost is not tried again: at most one doubled answer, by direct message', async () => {
    bench.slack.next('response_url', 'lost')
    await filed(30)
    await bench.delivery.drain()
    await bench.after(3)
    expect(bench.slack.responses).toHaveLength(1)
    expect(directMessages()).toHaveLength(1)
    await bench.after(600)
    expect(directMessages()).toHaveLength(1)
  })

  test('SCOPE-3: the filer hears nothing once the customer went to another reseller', async () => {
    const uid = await filed(30)
    await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
    await bench.delivery.drain()
    expect([bench.slack.responses, bench.slack.calls]).toEqual([[], []])
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
  })

  test('ACCESS-1: once access is off the filer is told the number and the reason, and nothing of the content', async () => {
    await turnSwitch(bench, 'SWITCH_OFF')
    await filed(30)
    await filed(0.5)
    await bench.delivery.drain()
    for (const { text } of [bench.slack.responses[0]!.body, directMessages()[0]!]) {
      expect(text).toMatch(/🔒.*#1 .*Petra Vogel/)
      expect(text).not.toContain('Mail is late')
    }
    expect(JSON.stringify(bench.slack.responses)).not.toContain('Mail is late')
  })
})
