import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { ask, directOf, end, putPeople, slackOf } from './approval-world.js'
import { startBench, type Bench } from './start.js'

/** Dana is asked and has never come by. */
eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await putPeople(bench)
    await bench.store.db.account.update({ where: { id: 'dana' }, data: { slackTeamId: null, slackUserId: null } })
    await ask(bench, ['dana'])
  })
  afterEach(() => bench.stop())

  const find: OutboxMessage = { kind: 'approval_find', approvalId: 'approval-1', accountId: 'dana', teamId: 'T1' }
  const { userId } = slackOf('dana')

  const slackKnows = (user: object): void => {
    bench.slack.next('users.lookupByEmail', { status: 200, body: JSON.stringify({ ok: true, user: { id: userId } }) })
    const told = { id: userId, name: 'dana', locale: 'ja-JP', tz: 'Asia/Tokyo', profile: { email: 'Dana@people.example' }, ...user }
    bench.slack.next('users.info', { status: 200, body: JSON.stringify({ ok: true, user: told }) })
  }
  const send = async (): Promise<{ state: string }> => {
    const uid = await bench.put(find)
    await bench.delivery.drain()
    return bench.row(uid)
  }

  describe('somebody who is asked and whom nobody has met', () => {
    test('is found by the address and shown the request in their language, once (APPROVAL-3)', async () => {
      slackKnows({})
      expect(await send()).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('dana') }])
      expect(bench.slack.said[0]!.text).toContain('同意')
      expect(await bench.store.db.slackUser.findMany()).toMatchObject([{ userId, email: 'dana@people.example', locale: 'ja-JP' }])
      // Tied they are when they come by themselves (ACCOUNT-5).
      expect(await bench.store.db.account.findUnique({ where: { id: 'dana' } })).toMatchObject({ slackUserId: null })
    })

    test('is not looked for when it does not wait for them any more', async () => {
      await end(bench, 'APPROVED')
      expect(await send()).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    test.each([['a guest', { is_restricted: true }], ['a bot', { is_bot: true }], ['deactivated', { deleted: true }], ['a stranger', { is_stranger: true }]])('who is %s is shown nothing (ACCOUNT-5)', async (_how, flags) => {
      slackKnows(flags)
      expect(await send()).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toEqual([])
      expect(await bench.store.db.slackUser.count()).toBe(0)
    })

    test('whom Slack does not know either is let be', async () => {
      bench.slack.next('users.lookupByEmail', { error: 'users_not_found' })
      expect(await send()).toMatchObject({ state: 'DROPPED' })
    })
  })
})
