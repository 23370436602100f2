import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Email, Mailer } from '../../src/delivery/mailer.js'
import { handOn } from '../../src/store/approvals/approval-write.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { ask, directOf, dismiss, end, putPeople, slackOf } from './approval-world.js'
import { startBench, type Bench } from './start.js'

eachStore((_name, fresh) => {
  let bench: Bench
  let mails: Email[]
  beforeEach(async () => {
    mails = []
    const mail: Mailer = { send: (email) => Promise.resolve(void mails.push(email)), close: () => {} }
    bench = await startBench(fresh, { mail })
    await putPeople(bench)
    await bench.store.db.organization.update({ where: { id: 'hikari' }, data: { language: 'en' } })
  })
  afterEach(() => bench.stop())

  const send = async (message: OutboxMessage): Promise<{ state: string }> => {
    const uid = await bench.put(message)
    await bench.delivery.drain()
    return bench.row(uid)
  }
  const texts = (): string[] => bench.slack.said.map((one) => one.text)

  describe('a reminder (APPROVAL-3)', () => {
    const reminder: OutboxMessage = { kind: 'approval_reminder', approvalId: 'approval-1', to: slackOf('dana') }
    const toReminder: OutboxMessage = { kind: 'approval_message', approvalId: 'approval-1', place: { at: 'reminder', ...slackOf('dana') } }
    beforeEach(() => ask(bench, ['dana']))

    test('is a fresh message with *Review*', async () => {
      expect(await send(reminder)).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('dana') }])
      expect(texts()[0]).toContain('This still waits for you: Consent · Acme')
      expect(bench.slack.calls[0]!.args['blocks']).toContain('"action_id":"review"')
    })

    test('once decided it says how, in place and without a button, and is not posted again', async () => {
      await send(reminder)
      await end(bench, 'APPROVED')
      await send(toReminder)
      await send(toReminder)
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'chat.update'])
      expect(texts()).toHaveLength(1)
      expect(texts()[0]).toMatch(/✅ Consent · Acme[\s\S]*Approved by dana/)
      expect(texts()[0]).not.toContain('still waits')
      expect(bench.slack.calls[1]!.args['blocks']).not.toContain('button')
      bench.slack.said[0]!.ts = 'gone'
      await bench.store.db.approval.update({ where: { id: 'approval-1' }, data: { version: 9 } })
      expect(await send(toReminder)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toHaveLength(1)
    })

    test('goes once to somebody who is asked with two accounts', async () => {
      await send(reminder)
      expect(await send(reminder)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toHaveLength(1)
    })

    test('once handed on it says to whom, and how it ended after that', async () => {
      await send(reminder)
      await bench.store.transaction((tx) => handOn(tx, 'approval-1', { fromId: 'dana', toId: 'noor', now: bench.now() }))
      await send(toReminder)
      expect(texts()[0]).toContain('You handed this on to noor.')
      expect(bench.slack.calls[1]!.args['blocks']).not.toContain('button')
      await end(bench, 'DECLINED')
      await send(toReminder)
      expect(texts()[0]).toContain('Declined by dana')
    })

    test('stays as it is while it waits for the person, and shows nothing to who may not decide any more', async () => {
      await send(reminder)
      await send(toReminder)
      expect(bench.slack.methods()).toEqual(['chat.postMessage'])
      await dismiss(bench, 'dana')
      await end(bench, 'APPROVED')
      await send(toReminder)
      expect(texts()[0]).not.toMatch(/Acme|camille/)
    })

    test.each(['before', 'after'])('a lost answer: decided %s it was looked for, no button stays', async (when) => {
      bench.slack.next('chat.postMessage', 'lost')
      await send(reminder)
      if (when === 'before') await end(bench, 'APPROVED')
      await bench.after(3)
      if (when === 'after') {
        await end(bench, 'APPROVED')
        await send(toReminder)
      }
      expect(bench.slack.said).toHaveLength(1)
      expect(texts()[0]).toContain('Approved by dana')
      expect(bench.slack.calls.at(-1)!.args['blocks']).not.toContain('button')
    })

    test('who was not reminded is not told there', async () => {
      await end(bench, 'APPROVED')
      expect(await send(toReminder)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    const nothingToDo: [string, () => Promise<unknown>][] = [
      ['decided', () => end(bench, 'APPROVED')],
      ['expired', () => bench.after(73 * 3600)],
      ['handed on', () => bench.store.transaction((tx) => handOn(tx, 'approval-1', { fromId: 'dana', toId: 'noor', now: bench.now() }))],
      ['somebody without the role', () => dismiss(bench, 'dana')],
      ['about a customer of another reseller now', () => bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })],
    ]
    test.each(nothingToDo)('is dropped for what is %s, the email too', async (_how, change) => {
      await change()
      expect(await send(reminder)).toMatchObject({ state: 'DROPPED' })
      expect(await send({ kind: 'approval_alert', approvalId: 'approval-1', accountId: 'dana' })).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
      expect(mails).toEqual([])
    })
  })

  describe('an alert (ACCOUNT-4)', () => {
    const alert: OutboxMessage = { kind: 'approval_alert', approvalId: 'approval-1', accountId: 'dana' }

    test('goes to the alert address, else the account’s own, and only points to Slack', async () => {
      await ask(bench, ['dana'], { kind: 'RECORDED_GRANT', evidence: 'They wrote a <b>letter</b>.' })
      await send(alert)
      await bench.store.db.account.update({ where: { id: 'dana' }, data: { alertEmail: 'alerts@hikari.example' } })
      await send(alert)
      expect(mails.map(({ to }) => to)).toEqual(['dana@hikari.example', 'alerts@hikari.example'])
      expect(mails[0]).toMatchObject({ subject: 'A request about Acme waits for you in Slack' })
      expect(mails[0]!.text).toContain('/approvals')
      expect(JSON.stringify(mails)).not.toMatch(/letter|acme\.example|camille|Business Plus/)
    })

    test('a name is text in its HTML, and one line in its subject', async () => {
      await bench.store.db.customer.update({ where: { id: 1 }, data: { name: 'Acme\n<b>Bcc: x' } })
      await ask(bench, ['dana'])
      await send(alert)
      expect(mails[0]!.html).toContain('&lt;b&gt;Bcc')
      expect(mails[0]!.subject).not.toContain('\n')
    })
  })

  describe('the outcome', () => {
    const outcome: OutboxMessage = { kind: 'approval_outcome', approvalId: 'approval-1', to: slackOf('camille') }

    test('a consent tells what was asked next', async () => {
      await ask(bench, ['dana'])
      await bench.after(60)
      await ask(bench, ['liam'], { kind: 'ACCESS_REQUEST', turnOn: false, subscriptionIds: ['s1'] }, 'approval-2')
      await end(bench, 'APPROVED')
      expect(await send(outcome)).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('camille') }])
      expect(texts()[0]).toMatch(/agrees to support Business Plus for Acme[\s\S]*asked to grant access: liam/)
    })

    test('granted access offers *It works now*; declined tells the comment', async () => {
      await ask(bench, ['liam'], { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [] })
      await end(bench, 'APPROVED')
      await send(outcome)
      expect(bench.slack.calls[0]!.args['blocks']).toMatch(/it_works_now/)
      await ask(bench, ['dana'], { kind: 'CONSENT' }, 'approval-2')
      await end(bench, 'DECLINED', 'Not yet', 'approval-2')
      await send({ ...outcome, approvalId: 'approval-2' })
      expect(texts()[1]).toMatch(/Declined by dana[\s\S]*Not yet/)
    })

    test('closed by a transfer it says so, with no more than what was asked for (SCOPE-3)', async () => {
      await ask(bench, ['dana'])
      await end(bench, 'APPROVED', 'Their new name is Borealis')
      await bench.store.db.approval.update({ where: { id: 'approval-1' }, data: { state: 'CLOSED', closedBecause: 'customer_transferred' } })
      await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal', domain: 'secret.example' } })
      expect(await send(outcome)).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: directOf('camille') }])
      expect(texts()[0]).toMatch(/Your request is not granted: Consent · Acme[\s\S]*The customer went to another reseller\.[\s\S]*There is nothing left to do/)
      expect(JSON.stringify(bench.slack.calls)).not.toMatch(/Borealis|secret|Business Plus|dana|boreal|button/)
    })

    const nobody: [string, () => Promise<unknown>][] = [
      ['while it waits', () => Promise.resolve()],
      ['to a suspended account', async () => {
        await end(bench, 'APPROVED')
        await bench.store.db.account.update({ where: { id: 'camille' }, data: { status: 'SUSPENDED' } })
      }],
      ['to a Slack user the account is not tied to any more', async () => {
        await end(bench, 'APPROVED')
        await bench.store.db.account.update({ where: { id: 'camille' }, data: { slackUserId: 'U0OTHER' } })
      }],
      ['about a customer of another reseller now (SCOPE-3)', async () => {
        await end(bench, 'APPROVED')
        await bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })
      }],
    ]
    test.each(nobody)('is not told %s', async (_how, change) => {
      await ask(bench, ['dana'])
      await change()
      expect(await send(outcome)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })
  })

  describe('a welcome (ACCOUNT-3)', () => {
    const welcome: OutboxMessage = { kind: 'welcome', accountId: 'camille', to: slackOf('camille') }

    test('is in the account’s language, by what it may do, with the tip for several domains', async () => {
      await bench.store.db.account.create({
        data: { id: 'second', organizationId: 'boreal', email: 'camille@boreal.example', name: 'Camille', personEmail: 'camille@people.example', createdAt: bench.now() },
      })
      await bench.store.db.account.update({ where: { id: 'camille' }, data: { locale: 'ja-JP' } })
      expect(await send(welcome)).toMatchObject({ state: 'DONE' })
      expect(texts()[0]).toMatch(/camille さん、Onbehalf へようこそ[\s\S]*\/case new[\s\S]*\/portal switch boreal\.example/)
    })

    test('a lost answer is looked up: nobody is welcomed twice', async () => {
      bench.slack.next('chat.postMessage', 'lost')
      await send(welcome)
      await bench.after(3)
      expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.open', 'conversations.history'])
      expect(bench.slack.said).toHaveLength(1)
    })

    test.each(['suspended', 'somebody else’s'])('an account that is %s is not welcomed', async (how) => {
      await bench.store.db.account.update({ where: { id: 'camille' }, data: how === 'suspended' ? { status: 'SUSPENDED' } : { slackUserId: 'U0OTHER' } })
      expect(await send(welcome)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })
  })
})
