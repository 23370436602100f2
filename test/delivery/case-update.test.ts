import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { addEntry, addPeople, lastBlocks } from './case-people.js'
import { startBench, turnSwitch, type Bench } from './start.js'

const update = (entryId: number): OutboxMessage => ({ kind: 'case_update', caseNumber: 1, channel: 'C0HIKARI', entryId })
const asked = { state: { from: 'IN_PROGRESS', to: 'ACTION_REQUIRED' } } as const

eachStore((_name, fresh) => { describe('an update in the thread of a card', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    await addPeople(bench)
  })
  afterEach(() => bench.stop())
  const posted = async (): Promise<void> => {
    await bench.put({ kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' })
    await bench.delivery.drain()
  }
  const state = (to: 'ACTION_REQUIRED' | 'SOLUTION_PROVIDED' | 'CLOSED' | 'IN_PROGRESS') =>
    bench.store.db.case.update({ where: { number: 1 }, data: { state: to, closedAt: to === 'CLOSED' ? bench.now() : null } })

  test('SCOPE-1: says under the card who did what, and none of what they wrote', async () => {
    await posted()
    const uid = await bench.put(update(await addEntry(bench, 'aiko', 'REPLY', 'the secret of the mail', { state: { from: 'NEW', to: 'NEW' } })))
    await bench.delivery.drain()
    const [card, said] = bench.slack.said
    expect(said).toMatchObject({ channel: 'C0HIKARI', threadTs: card!.ts, metadata: { event_payload: { id: uid } } })
    expect(said!.text).toContain('Aiko Tanaka')
    expect(JSON.stringify(bench.slack.calls)).not.toContain('secret')
  })

  test.each([
    ['ATTACHMENT', { files: [{ id: 'f1', name: 'secret.txt' }], what: 'added' }],
    ['SHARE', { emails: ['secret@acme.example'], removed: false }],
    ['SEVERITY', { severity: { from: 'P3', to: 'P1' } }],
    ['ESCALATED', { escalation: 'BUSINESS_IMPACT' }],
  ] as const)('SCOPE-1: of %s no names of files or addresses, and no reason as it was typed', async (kind, data) => {
    await posted()
    await bench.put(update(await addEntry(bench, 'aiko', kind, 'secret reason', data as never)))
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(2)
    expect(JSON.stringify(bench.slack.calls)).not.toContain('secret')
  })

  test('calls the owner by name only where the team must act, with what it may do', async () => {
    await posted()
    await state('ACTION_REQUIRED')
    await bench.put(update(await addEntry(bench, 'tomas', 'DESK_REPLY', 'secret question', asked)))
    await bench.delivery.drain()
    expect(bench.slack.said[1]!.text).toContain('<@UAIKO>')
    expect(lastBlocks(bench)).toMatch(/"open_reply".*"view_case"/)
    await bench.put(update(await addEntry(bench, 'aiko', 'REPLY', 'secret answer', { state: { from: 'ACTION_REQUIRED', to: 'IN_PROGRESS' } })))
    await bench.delivery.drain()
    expect(bench.slack.said[2]!.text).not.toContain('<@')
    expect(JSON.stringify(bench.slack.calls)).not.toContain('secret')
  })

  test('a solution offers to close the case or to say that it is not solved', async () => {
    await posted()
    await state('SOLUTION_PROVIDED')
    await bench.put(update(await addEntry(bench, 'tomas', 'DESK_REPLY', 'do it so', { state: { from: 'IN_PROGRESS', to: 'SOLUTION_PROVIDED' } })))
    await bench.delivery.drain()
    expect(bench.slack.said[1]!.text).toContain('<@UAIKO>')
    expect(lastBlocks(bench)).toMatch(/"open_close".*"open_not_solved".*"view_case"/)
  })

  test.each([['tomas', true], ['aiko', false]] as const)('closed by %s, the owner is called: %s', async (by, called) => {
    await posted()
    await state('CLOSED')
    await bench.put(update(await addEntry(bench, by, 'CLOSED', 'done', { state: { from: 'IN_PROGRESS', to: 'CLOSED' } })))
    await bench.delivery.drain()
    expect(bench.slack.said[1]!.text.includes('<@UAIKO>')).toBe(called)
  })

  test.each([['aiko', false], ['tomas', true]] as const)('CASE-9: of a reply of the portal’s desk that %s recorded, the owner is called: %s', async (by, called) => {
    await posted()
    await state('ACTION_REQUIRED')
    await bench.put(update(await addEntry(bench, by, 'DESK_REPLY', 'a question', { ...asked, recordedBy: 'Somebody' })))
    await bench.delivery.drain()
    expect(bench.slack.said[1]!.text).toContain('Somebody')
    expect(bench.slack.said[1]!.text.includes('<@UAIKO>')).toBe(called)
    expect(lastBlocks(bench)).toMatch(/"open_reply".*"view_case"/)
  })

  test('calls nobody for what the team has answered already, nor an owner who is not in use', async () => {
    await posted()
    const question = await addEntry(bench, 'tomas', 'DESK_REPLY', 'a question', asked)
    await state('IN_PROGRESS')
    await bench.put(update(question))
    await bench.delivery.drain()
    await state('ACTION_REQUIRED')
    await bench.store.db.account.update({ where: { id: 'aiko' }, data: { status: 'SUSPENDED' } })
    await bench.put(update(question))
    await bench.delivery.drain()
    expect(bench.slack.said).toHaveLength(3)
    for (const said of bench.slack.said.slice(1)) expect(said.text).not.toContain('<@')
  })

  test('a target that passed calls the owner, in the system’s words alone', async () => {
    await posted()
    await bench.put(update(await addEntry(bench, null, 'TARGET', null, { target: 'passed', at: bench.now() })))
    await bench.delivery.drain()
    expect(bench.slack.said[1]!.text).toContain('<@UAIKO>')
    expect(bench.slack.said[1]!.text).not.toContain('Onbehalf')
  })

  test('after an unknown outcome it is looked for in the thread, and not said twice', async () => {
    await posted()
    bench.slack.next('chat.postMessage', 'lost')
    const uid = await bench.put(update(await addEntry(bench, 'aiko', 'REPLY', 'hello', { state: { from: 'NEW', to: 'NEW' } })))
    await bench.delivery.drain()
    await bench.after(3)
    expect(bench.slack.methods().slice(-2)).toEqual(['chat.postMessage', 'conversations.replies'])
    expect(bench.slack.said).toHaveLength(2)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
  })

  const gone: [string, () => Promise<unknown>][] = [
    ['SCOPE-3: the customer went to another reseller', () => bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })],
    ['ACCESS-1: access is off', () => turnSwitch(bench, 'SWITCH_OFF')],
    ['the channel is the domain’s no more', () => bench.store.db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { updatesChannel: null } })],
    ['SCOPE-1: another domain names the channel too', () => bench.store.db.resellerPolicy.update({ where: { organizationId: 'boreal' }, data: { updatesChannel: 'C0HIKARI' } })],
    ['there is no card', () => bench.store.db.caseCard.deleteMany()],
  ]
  test.each(gone)('says nothing once %s', async (_why, happens) => {
    await posted()
    await happens()
    const uid = await bench.put(update(await addEntry(bench, 'aiko', 'REPLY', 'hello', { state: { from: 'NEW', to: 'NEW' } })))
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    expect(bench.slack.said).toHaveLength(1)
  })

  test('SCOPE-6: a note is never said, whoever asked for it', async () => {
    await posted()
    const uid = await bench.put(update(await addEntry(bench, 'aiko', 'NOTE', 'between us')))
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    expect(bench.slack.said).toHaveLength(1)
  })

  test('SCOPE-1: a link to a case that does not concern the channel is not said', async () => {
    await posted()
    const uid = await bench.put(update(await addEntry(bench, 'petra', 'LINKED', null, { related: 4711 })))
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
  })
}) })
