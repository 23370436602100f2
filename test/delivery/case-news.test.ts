import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { addEntry, addPeople, lastBlocks, newsFor, type Name } from './case-people.js'
import { startBench, turnSwitch, type Bench } from './start.js'

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await addPeople(bench)
  })
  afterEach(() => bench.stop())
  const question = (): Promise<number> => addEntry(bench, 'tomas', 'DESK_REPLY', 'Which <b>mailbox</b> is it?', { state: { from: 'IN_PROGRESS', to: 'ACTION_REQUIRED' } })
  const put = async (message: OutboxMessage): Promise<string> => {
    const uid = await bench.put(message)
    await bench.delivery.drain()
    return uid
  }

  describe('news of a case for one person', () => {
    test('tell who said what, escaped, with what the person may do', async () => {
      await bench.store.db.case.update({ where: { number: 1 }, data: { state: 'ACTION_REQUIRED' } })
      const uid = await put(newsFor('aiko', await question()))
      expect(bench.slack.said).toMatchObject([{ channel: 'DAIKO', metadata: { event_payload: { id: uid } } }])
      for (const words of ['#1', 'Mail is late', 'Tomas Berg', 'Which &lt;b&gt;mailbox', 'waits for an answer']) expect(bench.slack.said[0]!.text).toContain(words)
      expect(lastBlocks(bench)).toMatch(/"open_reply".*"view_case"/)
      expect(lastBlocks(bench)).not.toContain('open_answer')
    })

    test('offer the desk what is the desk’s', async () => {
      await put(newsFor('tomas', await addEntry(bench, 'aiko', 'REPLY', 'It is jane’s', { state: { from: 'ACTION_REQUIRED', to: 'IN_PROGRESS' } })))
      expect(bench.slack.said[0]!.text).toContain('It is jane’s')
      expect(lastBlocks(bench)).toMatch(/"desk_take".*"open_answer".*"view_case"/)
      expect(lastBlocks(bench)).not.toContain('open_reply')
    })

    test('offer a solution’s two answers, and say to a new owner that the case is theirs', async () => {
      await bench.store.db.case.update({ where: { number: 1 }, data: { state: 'SOLUTION_PROVIDED' } })
      await put(newsFor('aiko', await addEntry(bench, 'tomas', 'DESK_REPLY', 'Do it so', { state: { from: 'IN_PROGRESS', to: 'SOLUTION_PROVIDED' } })))
      expect(lastBlocks(bench)).toMatch(/"open_close".*"open_not_solved".*"view_case"/)
      await put(newsFor('aiko', await addEntry(bench, 'aiko', 'OWNER', null, { owner: { from: 'Noor', to: 'Aiko Tanaka', atDesk: false } })))
      expect(bench.slack.said[1]!.text).toContain('The case is yours now.')
    })

    test('come once, also after an outcome nobody knows', async () => {
      bench.slack.next('chat.postMessage', 'lost')
      const uid = await put(newsFor('aiko', await question()))
      await bench.after(3)
      expect(bench.slack.said).toHaveLength(1)
      expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
    })

    const gone: [string, Name, () => Promise<unknown>][] = [
      ['SCOPE-3: the customer went to another reseller', 'aiko', () => bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })],
      ['ACCESS-1: access is off', 'aiko', () => turnSwitch(bench, 'SWITCH_OFF')],
      ['SCOPE-2: a privilege was taken away', 'aiko', () => bench.store.db.rolePrivilege.deleteMany({ where: { roleId: 'role-aiko', privilege: 'ACCESS_SUPPORT_CASES' } })],
      ['the account is suspended', 'aiko', () => bench.store.db.account.update({ where: { id: 'aiko' }, data: { status: 'SUSPENDED' } })],
      ['the account is somebody else’s', 'aiko', () => bench.store.db.account.update({ where: { id: 'aiko' }, data: { slackUserId: 'UOTHER' } })],
      ['SCOPE-6: the desk’s privilege was taken away', 'tomas', () => bench.store.db.rolePrivilege.deleteMany({ where: { roleId: 'role-tomas' } })],
      ['SCOPE-1: it was never theirs', 'sven', () => Promise.resolve()],
    ]
    test.each(gone)('are not sent once %s', async (_why, who, happens) => {
      const entry = await question()
      await happens()
      const uid = await put(newsFor(who, entry))
      expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })

    test('SCOPE-6: never hold an internal note, not even for its own organization', async () => {
      const note = await addEntry(bench, 'aiko', 'NOTE', 'between us')
      for (const who of ['aiko', 'petra', 'tomas'] as const) expect(await bench.row(await put(newsFor(who, note)))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })
  })

  describe('the reminder of what waits for the portal (CASE-9)', () => {
    const reminder = (name: Name): OutboxMessage => ({ kind: 'portal_reminder', caseNumber: 1, accountId: name, to: { teamId: 'T1', userId: `U${name.toUpperCase()}` } })
    const waits = (data: object) => bench.store.db.case.update({ where: { number: 1 }, data: { desk: 'PORTAL', ...data } })

    test('offers to copy it and to record the number it gets', async () => {
      await waits({ portalWaitsSince: bench.now() })
      await put(reminder('aiko'))
      expect(bench.slack.said[0]!.text).toContain('waits to be carried to the portal')
      expect(lastBlocks(bench)).toMatch(/"open_portal_copy".*"open_portal_number".*"view_case"/)
    })

    test('names the number once it has one', async () => {
      await waits({ portalWaitsSince: bench.now(), portalNumber: 'P-77' })
      await put(reminder('aiko'))
      expect(bench.slack.said[0]!.text).toContain('P-77')
      expect(lastBlocks(bench)).not.toContain('open_portal_number')
    })

    test.each([
      ['nothing waits any more', 'aiko', () => waits({ portalWaitsSince: null })],
      ['the desk answers here', 'aiko', () => waits({ desk: 'BUILT_IN', portalWaitsSince: new Date() })],
      ['the account may not see the case', 'sven', () => waits({ portalWaitsSince: new Date() })],
      ['the account is no reseller’s', 'petra', () => waits({ portalWaitsSince: new Date() })],
      ['access is off', 'aiko', async () => { await waits({ portalWaitsSince: new Date() }); await turnSwitch(bench, 'SWITCH_OFF') }],
    ] as [string, Name, () => Promise<unknown>][])('is not sent when %s', async (_why, who, happens) => {
      await happens()
      expect(await bench.row(await put(reminder(who)))).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls).toEqual([])
    })
  })
})
