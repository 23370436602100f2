import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handOn } from '../../src/store/approvals/approval-write.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { ask, directOf, dismiss, end, putPeople, slackOf } from './approval-world.js'
import { startBench, type Bench } from './start.js'

const toPerson = (id: string): OutboxMessage => ({ kind: 'approval_message', approvalId: 'approval-1', place: { at: 'person', ...slackOf(id) } })
const toChannel = (channel = 'C0DECIDE'): OutboxMessage => ({ kind: 'approval_message', approvalId: 'approval-1', place: { at: 'channel', channel } })

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await putPeople(bench)
    await ask(bench, ['dana', 'noor'])
  })
  afterEach(() => bench.stop())

  const send = async (message: OutboxMessage): Promise<string> => {
    const uid = await bench.put(message)
    await bench.delivery.drain()
    return uid
  }
  const said = (channel: string): string[] => bench.slack.said.filter((one) => one.channel === channel).map((one) => one.text)
  const buttons = (call: { args: Record<string, string> } | undefined): number => (call?.args['blocks'] ?? '').split('"type":"button"').length - 1

  describe('APPROVAL-3: one message for each place', () => {
    test('a person who is asked gets it by direct message, in the person’s language, and it is kept', async () => {
      await bench.store.db.slackUser.create({ data: { ...slackOf('dana'), name: 'Dana', locale: 'en-GB', timeZone: 'Europe/London', fetchedAt: bench.now() } })
      const uid = await send(toPerson('dana'))
      expect(bench.slack.said).toMatchObject([{ channel: directOf('dana'), metadata: { event_payload: { id: uid } } }])
      expect(said(directOf('dana'))[0]).toContain('Consent · Acme')
      expect(buttons(bench.slack.calls[0])).toBe(3)
      expect(await bench.store.db.approvalMessage.findMany()).toMatchObject([{ channelId: directOf('dana'), ts: bench.slack.said[0]!.ts, shownVersion: 1 }])
    })

    test('the channel gets it in the language of its domain, once for one version', async () => {
      await send(toChannel())
      await send(toChannel())
      expect(bench.slack.methods()).toEqual(['chat.postMessage'])
      expect(said('C0DECIDE')[0]).toContain('サポート提供の同意 · Acme')
    })

    test('the outcome is edited in place, and the buttons are gone', async () => {
      await send(toChannel())
      await end(bench, 'DECLINED', 'Not yet')
      await send(toChannel())
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'chat.update'])
      expect(said('C0DECIDE')).toHaveLength(1)
      expect(said('C0DECIDE')[0]).toContain('dana さんが却下しました')
      expect(said('C0DECIDE')[0]).not.toContain('Not yet')
      expect(buttons(bench.slack.calls[1])).toBe(0)
      expect(await bench.store.db.approvalMessage.findFirst()).toMatchObject({ shownVersion: 2 })
    })

    test('one that ended, or expired, before anything was posted is not shown at all', async () => {
      await end(bench, 'WITHDRAWN')
      expect(await bench.row(await send(toPerson('dana')))).toMatchObject({ state: 'DROPPED' })
      expect(await bench.row(await send(toChannel()))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    test('one whose time has passed is not posted any more, though nobody wrote that down yet', async () => {
      await bench.after(73 * 3600)
      expect(await bench.row(await send(toPerson('dana')))).toMatchObject({ state: 'DROPPED' })
    })

    test('who handed it on reads to whom; the other one is asked', async () => {
      await bench.store.db.approvalDecider.deleteMany({ where: { accountId: 'noor' } })
      await send(toPerson('dana'))
      await bench.store.transaction((tx) => handOn(tx, 'approval-1', { fromId: 'dana', toId: 'noor', now: bench.now() }))
      await send(toPerson('dana'))
      await send(toPerson('noor'))
      expect(said(directOf('dana'))[0]).toContain('noor さんに引き継ぎました')
      expect(bench.slack.calls.map(buttons)).toEqual([3, 0, 3])
    })

    test('a message that somebody deleted is posted again while it waits, and not after', async () => {
      await send(toChannel())
      bench.slack.said[0]!.ts = 'gone'
      await bench.store.db.approval.update({ where: { id: 'approval-1' }, data: { version: 2 } })
      await send(toChannel())
      expect(bench.slack.said).toHaveLength(2)
      bench.slack.said[1]!.ts = 'gone too'
      await end(bench, 'APPROVED')
      expect(await bench.row(await send(toChannel()))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toHaveLength(2)
    })
  })

  describe('who may read it is asked when it is sent', () => {
    test.each(['suspended', 'without the role', 'never asked'])('somebody %s gets nothing', async (how) => {
      if (how === 'suspended') await bench.store.db.account.update({ where: { id: 'dana' }, data: { status: 'SUSPENDED' } })
      if (how === 'without the role') await dismiss(bench, 'dana')
      const uid = await send(toPerson(how === 'never asked' ? 'sven' : 'dana'))
      expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    test('a message that stands already becomes a neutral line for who may not decide any more, and back', async () => {
      await send(toPerson('dana'))
      await dismiss(bench, 'dana')
      await bench.store.db.approval.update({ where: { id: 'approval-1' }, data: { version: 2 } })
      await send(toPerson('dana'))
      expect(said(directOf('dana'))).toEqual(['このリクエストへの対応は不要になりました。'])
      expect(bench.slack.calls[1]!.args['blocks']).not.toMatch(/Acme|camille/)
      await bench.store.db.accountRole.create({ data: { accountId: 'dana', roleId: 'role-dana', grantedAt: bench.now() } })
      await send(toPerson('dana'))
      expect(said(directOf('dana'))[0]).toContain('Acme')
    })

    test('SCOPE-3: once the customer went to another reseller, the old one reads nothing more of it', async () => {
      await send(toChannel())
      await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
      await end(bench, 'CLOSED')
      await send(toChannel())
      expect(said('C0DECIDE')[0]).not.toContain('Acme')
      expect(await bench.row(await send(toPerson('dana')))).toMatchObject({ state: 'DROPPED' })
    })

    test('SCOPE-1: another domain’s channel never shows it, also when two name the same one', async () => {
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'boreal' }, data: { approvalChannel: 'C0DECIDE' } })
      expect(await bench.row(await send(toChannel()))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
      expect(bench.logged.join()).toContain('another reseller domain names this approval channel')
    })

    const named: [string, object, () => Promise<unknown>][] = [
      ['a card', { updatesChannel: 'decide' }, () => bench.store.db.caseCard.create({ data: { caseNumber: 1, channel: 'decide', channelId: 'C0DECIDE', ts: '1.1', shownVersion: 1 } })],
      ['another request', { approvalChannel: 'decide' }, async () => {
        await ask(bench, ['dana'], { kind: 'CONSENT' }, 'approval-0')
        await bench.store.db.approvalMessage.create({ data: { approvalId: 'approval-0', place: 'channel:decide', channelId: 'C0DECIDE', ts: '1.1', shownVersion: 1 } })
      }],
    ]
    test.each(named)('SCOPE-1: nor one that another domain names by its name, known since %s was posted there', async (_what, policy, posted) => {
      await posted()
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'boreal' }, data: policy })
      const uid = await send(toChannel())
      expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED', lastError: 'another reseller domain names the channel' })
      expect(bench.slack.calls).toEqual([])
    })

    test('SCOPE-1: a name that turns out to be another domain’s channel says nothing there any more, and is not posted to again', async () => {
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { approvalChannel: 'case-updates', updatesChannel: null } })
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'boreal' }, data: { approvalChannel: 'C0HIKARI' } })
      await send(toChannel('case-updates'))
      expect(said('C0HIKARI')).toEqual(['このリクエストへの対応は不要になりました。'])
      await ask(bench, ['dana'], { kind: 'CONSENT' }, 'approval-2')
      expect(await bench.row(await send({ ...toChannel('case-updates'), approvalId: 'approval-2' } as OutboxMessage))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'chat.update'])
    })

    test('what waited while the domain chose another channel goes there; without a channel nowhere', async () => {
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { approvalChannel: 'C0NEWDECIDE' } })
      expect(await bench.row(await send(toChannel()))).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said.map((one) => one.channel)).toEqual(['C0NEWDECIDE'])
      await bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { approvalChannel: null } })
      expect(await bench.row(await send(toChannel()))).toMatchObject({ state: 'DROPPED' })
    })

    test('ACCOUNT-5: somebody who will be tied at first use is asked by the address Slack knows', async () => {
      await bench.store.db.account.update({ where: { id: 'dana' }, data: { slackTeamId: null, slackUserId: null } })
      await bench.store.db.slackUser.create({ data: { ...slackOf('dana'), email: 'dana@people.example', name: 'Dana', locale: 'en-GB', timeZone: 'UTC', fetchedAt: bench.now() } })
      await send(toPerson('dana'))
      expect(said(directOf('dana'))).toHaveLength(1)
    })
  })

  describe('house rule 6: unknown outcomes', () => {
    test('a lost answer makes the sender look first, and edit what it finds', async () => {
      bench.slack.next('chat.postMessage', 'lost')
      await send(toChannel())
      await bench.after(3)
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.update'])
      expect(await bench.store.db.approvalMessage.findMany()).toMatchObject([{ ts: bench.slack.said[0]!.ts, shownVersion: 1 }])
    })

    test('decided before the lost message was found: it is edited, so that no button stays', async () => {
      bench.slack.next('chat.postMessage', 'lost')
      await send(toPerson('dana'))
      await end(bench, 'APPROVED')
      await bench.after(3)
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.open', 'conversations.history', 'chat.update'])
      expect(said(directOf('dana'))[0]).toContain('dana さんが承認しました')
      expect(bench.slack.said).toHaveLength(1)
    })

    test('decided, and it had never been posted: nothing is', async () => {
      bench.slack.next('chat.postMessage', 'cut')
      const uid = await send(toPerson('dana'))
      await end(bench, 'APPROVED')
      await bench.after(3)
      expect(bench.slack.said).toEqual([])
      expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    })
  })
})
