import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { ask, directOf, dismiss, end, putPeople, slackOf } from './approval-world.js'
import { startBench, type Bench } from './start.js'

/** Dana is asked and has never come by. */
eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await putPeople(bench)
    await untie('dana')
    await ask(bench, ['dana'])
  })
  afterEach(() => bench.stop())

  const untie = (id: string) => bench.store.db.account.update({ where: { id }, data: { slackTeamId: null, slackUserId: null } })
  const findOf = (accountId: string): OutboxMessage => ({ kind: 'approval_find', approvalId: 'approval-1', accountId, teamId: 'T1' })
  const find = findOf('dana')
  const { userId } = slackOf('dana')
  const toDana: OutboxMessage = { kind: 'approval_message', approvalId: 'approval-1', place: { at: 'person', ...slackOf('dana') } }

  const slackKnows = (user: object = {}, id = 'dana'): void =>
    void bench.slack.users.push({ id: slackOf(id).userId, name: id, locale: 'ja-JP', tz: 'Asia/Tokyo', profile: { email: `${id}@People.example` }, ...user })
  /** The bot has met Dana before, who has not used it. */
  const isMet = () =>
    bench.store.db.slackUser.create({ data: { ...slackOf('dana'), email: 'dana@people.example', name: 'Dana', locale: 'en-GB', timeZone: 'UTC', fetchedAt: bench.now() } })
  const send = async (message: OutboxMessage = find): Promise<{ state: string; attempts: number }> => {
    const uid = await bench.put(message)
    await bench.delivery.drain()
    return bench.row(uid)
  }

  describe('somebody who is asked and whom nobody has met', () => {
    test('is found by the address and shown the request in their language, once (APPROVAL-3)', async () => {
      slackKnows()
      expect(await send()).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('dana') }])
      expect(bench.slack.said[0]!.text).toContain('同意')
      expect(await bench.store.db.slackUser.findMany()).toMatchObject([{ userId, email: 'dana@people.example', locale: 'ja-JP' }])
      // Tied they are when they come by themselves (ACCOUNT-5).
      expect(await bench.store.db.account.findUnique({ where: { id: 'dana' } })).toMatchObject({ slackUserId: null })
    })

    test('has one message from then on: nobody looks again, and it is edited', async () => {
      slackKnows()
      await send()
      await send(toDana)
      await end(bench, 'APPROVED')
      await send()
      expect(bench.slack.methods()).toEqual(['users.lookupByEmail', 'users.info', 'chat.postMessage', 'chat.update'])
      expect(bench.slack.said).toMatchObject([{ text: expect.stringContaining('dana さんが承認しました') }])
    })

    test('and who was met meanwhile gets one message, though two rows are on their way', async () => {
      slackKnows()
      await bench.put(find)
      await isMet()
      await bench.put(toDana)
      await bench.delivery.drain()
      expect(bench.slack.methods()).toEqual(['chat.postMessage'])
    })

    test('and who was tied meanwhile is written to as the Slack user of the account', async () => {
      const { teamId, userId: other } = slackOf('other')
      await bench.store.db.account.update({ where: { id: 'dana' }, data: { slackTeamId: teamId, slackUserId: other } })
      await send()
      expect(bench.slack.methods()).toEqual(['chat.postMessage'])
      expect(bench.slack.said).toMatchObject([{ channel: directOf('other') }])
    })

    test('is reminded there', async () => {
      slackKnows()
      await send({ kind: 'approval_find', approvalId: 'approval-1', accountId: 'dana', teamId: 'T1', reminds: true })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('dana'), text: expect.stringContaining('まだ承認待ち') }])
      expect(await bench.store.db.approvalMessage.findMany()).toMatchObject([{ place: `reminder:T1:${userId}` }])
    })

    test.each(['ended', 'without the role'])('is not looked for when it does not wait for them any more: %s', async (how) => {
      slackKnows()
      if (how === 'ended') await end(bench, 'APPROVED')
      else await dismiss(bench, 'dana')
      expect(await send()).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    test.each([
      ['a guest', { is_restricted: true }], ['a bot', { is_bot: true }], ['deactivated', { deleted: true }], ['a stranger', { is_stranger: true }],
    ])('who is %s is shown nothing, and not written down (ACCOUNT-5)', async (_how, flags) => {
      slackKnows(flags)
      expect(await send()).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toEqual([])
      expect(await bench.store.db.slackUser.count()).toBe(0)
    })

    test('who has another address in Slack is somebody else', async () => {
      bench.slack.next('users.lookupByEmail', { status: 200, body: JSON.stringify({ ok: true, user: { id: userId } }) })
      slackKnows({ profile: { email: 'dana@elsewhere.example' } })
      expect(await send()).toMatchObject({ state: 'DROPPED' })
      expect(await bench.store.db.slackUser.count()).toBe(0)
    })

    test('a guest who is a customer’s super admin is asked; one who was met and would act for a reseller is not', async () => {
      await ask(bench, ['liam'], { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [] }, 'approval-2')
      await untie('liam')
      slackKnows({ is_ultra_restricted: true }, 'liam')
      expect(await send({ kind: 'approval_find', approvalId: 'approval-2', accountId: 'liam', teamId: 'T1' })).toMatchObject({ state: 'DONE' })
      await isMet()
      await bench.store.db.slackUser.updateMany({ where: { userId }, data: { isGuest: true } })
      expect(await send(toDana)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('liam') }])
    })

    test('whom Slack does not know either is let be', async () => {
      expect(await send()).toMatchObject({ state: 'DROPPED', lastError: 'nobody in Slack has the address' })
    })

    test('who is asked for too fast is looked for later, and that counts as no attempt', async () => {
      slackKnows()
      bench.slack.next('users.lookupByEmail', { status: 429, headers: { 'retry-after': '30' } })
      expect(await send()).toMatchObject({ state: 'PENDING', attempts: 0 })
      await bench.after(29)
      expect(bench.slack.methods()).toEqual(['users.lookupByEmail'])
      await bench.after(2)
      expect(bench.slack.said).toHaveLength(1)
    })
  })
})
