import { createServer, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMailer, type Mailer } from '../../src/delivery/mailer.js'
import { eachStore } from '../support/stores.js'
import { decoded, startMailServer } from './mail-server.js'
import { start, startBench, turnSwitch, type Bench } from './start.js'

eachStore((_name, fresh) => {
  let bench: Bench
  let server: Awaited<ReturnType<typeof startMailServer>>
  let mail: Mailer
  beforeEach(async () => {
    server = await startMailServer()
    mail = createMailer({ smtpUrl: server.url, from: 'Support <support@hikari.example>' })
    bench = await startBench(fresh, { mail })
    await bench.store.db.case.update({ where: { number: 1 }, data: { title: 'Mail <b>is</b> late' } })
    await bench.store.db.caseShare.create({ data: { caseNumber: 1, email: 'it@acme.example', addedAt: start } })
  })
  afterEach(async () => {
    await bench.stop()
    mail.close()
    await server.stop()
  })
  const share = () => bench.put({ kind: 'share_email', caseNumber: 1, email: 'it@acme.example' })

  test('CASE-3: an address is told in the case’s language and zone, as text and HTML, with the row’s id', async () => {
    const uid = await share()
    await bench.delivery.drain()
    expect(server.mails).toHaveLength(1)
    const text = decoded(server.mails[0]!)
    expect(text).toContain(`Message-ID: <${uid}@hikari.example>`)
    expect(text).toContain('To: it@acme.example')
    expect(text).toMatch(/Subject: Case 1: Mail <b>is<\/b> late/)
    expect(text).toContain('Aiko Tanaka shares support case 1 with you.')
    expect(text).toContain('Mail &lt;b&gt;is&lt;/b&gt; late')
    expect(text).toMatch(/10:00:00/)
  })

  test('a passing refusal is tried again under the same id, a final one given up', async () => {
    server.refuse.push(451, 550)
    const first = await share()
    await bench.delivery.drain()
    expect(await bench.row(first)).toMatchObject({ state: 'PENDING', lastError: 'SMTP 451 5.1.1' })
    await bench.after(3)
    expect(await bench.row(first)).toMatchObject({ state: 'GIVEN_UP', lastError: 'SMTP 550 5.1.1' })
    expect(server.mails).toEqual([])
  })

  test('no log line and no error holds an address, whatever the mail server says', async () => {
    server.refuse.push(451)
    await share()
    await bench.delivery.drain()
    await bench.after(3)
    await bench.store.db.caseShare.deleteMany()
    await share()
    await bench.delivery.drain()
    expect(bench.logged).toHaveLength(3)
    expect(bench.logged.join('\n')).not.toContain('@')
    expect(await bench.store.db.outbox.count({ where: { lastError: { contains: '@' } } })).toBe(0)
  })

  test('ACCESS-1: once access is off an address is told that there is a case, and nothing of it', async () => {
    await turnSwitch(bench, 'SWITCH_OFF')
    await share()
    await bench.delivery.drain()
    expect(decoded(server.mails[0]!)).toMatch(/Subject: Case 1\r\n/)
    expect(decoded(server.mails[0]!)).toContain('Access to the customer')
    expect(decoded(server.mails[0]!)).not.toMatch(/late|Acme|Workspace/)
  })

  test('an address the case is not shared with any more is told nothing', async () => {
    const uid = await share()
    await bench.store.db.caseShare.deleteMany()
    await bench.delivery.drain()
    expect(server.mails).toEqual([])
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
  })
})

test('a mail server that says nothing is not waited for', async () => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const mail = createMailer({ smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from: 'support@hikari.example', patience: 50 })
  const sent = mail.send({ to: 'it@acme.example', subject: 'Case 1', text: '', html: '', uid: 'row-1' })
  await expect(sent).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  mail.close()
  server.close()
})

eachStore((_name, fresh) => {
  test('delivery stops although a mail hangs; whoever frees its row sends it again', async () => {
    const mail: Mailer = { send: () => new Promise(() => {}), close: () => {} }
    const bench = await startBench(fresh, { mail, stopPatience: 20 })
    await bench.store.db.caseShare.create({ data: { caseNumber: 1, email: 'it@acme.example', addedAt: start } })
    const uid = await bench.put({ kind: 'share_email', caseNumber: 1, email: 'it@acme.example' })
    bench.delivery.wake()
    await vi.waitFor(async () => expect(await bench.row(uid)).toMatchObject({ attempts: 1 }))
    await bench.delivery.stop()
    const row = await bench.row(uid)
    await bench.stop()
    expect(row).toMatchObject({ state: 'PENDING', attempts: 1 })
  })

  test('without a mail server the row is given up and says which variable is missing', async () => {
    const bench = await startBench(fresh)
    await bench.store.db.caseShare.create({ data: { caseNumber: 1, email: 'it@acme.example', addedAt: start } })
    const uid = await bench.put({ kind: 'share_email', caseNumber: 1, email: 'it@acme.example' })
    await bench.delivery.drain()
    const row = await bench.row(uid)
    await bench.stop()
    expect(row).toMatchObject({ state: 'GIVEN_UP', lastError: 'no mail server is set: ONBEHALF_SMTP_URL' })
  })
})
