import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keptFile } from '../../src/delivery/senders/files/keep-file.js'
import { createMailer, type Mailer } from '../../src/delivery/mailer.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { addEntry, addPeople } from './case-people.js'
import { decoded, startMailServer } from './mail-server.js'
import { start, startBench, turnSwitch, type Bench } from './start.js'

const email = 'it@acme.example'
const update = (entryId: number): OutboxMessage => ({ kind: 'share_update', caseNumber: 1, email, entryId })

eachStore((_name, fresh) => { describe('an email to an address that follows a case (CASE-3)', () => {
  let bench: Bench
  let server: Awaited<ReturnType<typeof startMailServer>>
  let mail: Mailer
  beforeEach(async () => {
    server = await startMailServer()
    mail = createMailer({ smtpUrl: server.url, from: 'Support <support@hikari.example>' })
    bench = await startBench(fresh, { mail })
    await addPeople(bench)
    await bench.store.db.caseShare.create({ data: { caseNumber: 1, email, addedAt: start } })
  })
  afterEach(async () => {
    await bench.stop()
    mail.close()
    await server.stop()
  })
  const put = async (entryId: number): Promise<string> => {
    const uid = await bench.put(update(entryId))
    await bench.delivery.drain()
    return uid
  }

  test('tells who wrote what, as text and escaped in HTML, with the row’s id', async () => {
    const uid = await put(await addEntry(bench, 'aiko', 'REPLY', 'It is <b>late</b> again', { state: { from: 'NEW', to: 'NEW' } }))
    const told = decoded(server.mails[0]!)
    expect(told).toContain(`Message-ID: <${uid}@hikari.example>`)
    expect(told).toContain('Subject: Case 1: Mail is late')
    expect(told).toContain('Aiko Tanaka wrote to the support desk:')
    expect(told).toContain('It is <b>late</b> again')
    expect(told).toContain('It is &lt;b&gt;late&lt;/b&gt; again')
  })

  test.each([
    ['DESK_REPLY', { state: { from: 'NEW', to: 'ACTION_REQUIRED' } }, 'Tomas Berg asks for the support desk'],
    ['DESK_REPLY', { state: { from: 'NEW', to: 'SOLUTION_PROVIDED' } }, 'Tomas Berg proposes a solution'],
    ['DESK_REPLY', { state: { from: 'NEW', to: 'IN_PROGRESS' }, recordedBy: 'Sven Lund' }, 'The support desk answered:'],
    ['DESK_REPLY', { state: { from: 'NEW', to: 'ACTION_REQUIRED' }, recordedBy: 'Sven Lund' }, 'The support desk asks:'],
    ['DESK_REPLY', { state: { from: 'NEW', to: 'SOLUTION_PROVIDED' }, recordedBy: 'Sven Lund' }, 'The support desk proposes a solution:'],
    ['DESK_REPLY', { state: { from: 'NEW', to: 'CLOSED' }, recordedBy: 'Sven Lund' }, 'The support desk closed the case, because:'],
    ['CLOSED', { state: { from: 'NEW', to: 'CLOSED' } }, 'Tomas Berg closed the case, because'],
    ['REOPENED', { state: { from: 'CLOSED', to: 'IN_PROGRESS' } }, 'Tomas Berg reopened the case, because'],
  ] as const)('of %s with %o says “%s”', async (kind, data, words) => {
    await put(await addEntry(bench, 'tomas', kind, 'as it was said', data))
    expect(decoded(server.mails[0]!)).toContain(words)
    expect(decoded(server.mails[0]!)).toContain('as it was said')
  })

  test('comes in the language of the case', async () => {
    await bench.store.db.case.update({ where: { number: 1 }, data: { language: 'ja', state: 'CLOSED', closedAt: start } })
    await put(await addEntry(bench, 'aiko', 'CLOSED', 'done', { state: { from: 'NEW', to: 'CLOSED' } }))
    const body = Buffer.from(server.mails[0]!.split(/\r\n\r\n/)[2]!.split('\r\n--')[0]!, 'base64').toString('utf8')
    expect(`${decoded(server.mails[0]!)}${body}`).toMatch(/ケースをクローズしました|=E3=82=AF=E3=83=AD=E3=83=BC=E3=82=BA/i)
  })

  test('CASE-2: files go along that are handed out, and no other', async () => {
    // Of a length that needs no padding in base64.
    const content = 'a trace, of it!'
    const sha256 = 'ab'.repeat(32)
    await mkdir(join(keptFile(bench.dataDir, sha256), '..'), { recursive: true })
    await writeFile(keptFile(bench.dataDir, sha256), content)
    const file = (id: string, state: 'RELEASED' | 'HELD') => ({ id, caseNumber: 1, name: `${id}.log`, mimeType: 'text/plain', size: content.length, sha256, state, addedAt: start })
    await bench.store.db.attachment.createMany({ data: [file('released', 'RELEASED'), file('held', 'HELD')] })
    const files = ['released', 'held'].map((id) => ({ id, name: `${id}.log` }))
    await put(await addEntry(bench, 'aiko', 'ATTACHMENT', null, { files, what: 'released' }))
    const told = decoded(server.mails[0]!)
    expect(told).toMatch(/filename="?released\.log/)
    expect(told.includes(content) || told.includes(Buffer.from(content).toString('base64'))).toBe(true)
    expect(told).not.toContain('held.log')
    await bench.store.db.attachment.update({ where: { id: 'released' }, data: { state: 'WITHDRAWN' } })
    expect(await bench.row(await put(await addEntry(bench, 'aiko', 'ATTACHMENT', null, { files, what: 'released' })))).toMatchObject({ state: 'DROPPED' })
    expect(server.mails).toHaveLength(1)
  })

  test('a mail server that is busy is tried again, and gets it once', async () => {
    server.refuse.push(451)
    const uid = await put(await addEntry(bench, 'aiko', 'REPLY', 'hello'))
    await bench.after(60)
    expect(server.mails).toHaveLength(1)
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
  })

  test.each([
    ['SCOPE-3: the customer went to another reseller', () => bench.store.db.customer.update({ where: { id: 1 }, data: { resellerId: 'boreal' } })],
    ['ACCESS-1: access is off', () => turnSwitch(bench, 'SWITCH_OFF')],
    ['it is not shared with the address any more', () => bench.store.db.caseShare.deleteMany()],
  ] as [string, () => Promise<unknown>][])('nothing is sent once %s', async (_why, happens) => {
    const entry = await addEntry(bench, 'aiko', 'REPLY', 'hello')
    await happens()
    expect(await bench.row(await put(entry))).toMatchObject({ state: 'DROPPED' })
    expect(server.mails).toEqual([])
  })

  test.each(['NOTE', 'SEVERITY', 'OWNER', 'SHARE', 'TARGET'] as const)('SCOPE-6: of %s no email is made', async (kind) => {
    expect(await bench.row(await put(await addEntry(bench, 'aiko', kind, 'between us')))).toMatchObject({ state: 'DROPPED' })
    expect(server.mails).toEqual([])
  })
}) })
