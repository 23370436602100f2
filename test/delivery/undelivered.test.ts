import { afterEach, beforeEach, expect, test } from 'vitest'
import { sayResent, sayUndelivered } from '../../src/cli/deliveries-command.js'
import { wordsFor } from '../../src/locales/words.js'
import { resend } from '../../src/store/outbox/outbox-undelivered.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { eachStore } from '../support/stores.js'
import { start, startBench, type Bench } from './start.js'

const say = wordsFor({ locale: 'en', timeZone: 'UTC' })
const card: OutboxMessage = { kind: 'case_card', caseNumber: 1, channel: 'C0HIKARI' }
const mail: OutboxMessage = { kind: 'share_email', caseNumber: 1, email: 'jane@acme.example' }

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  const again = (which: number | 'all') => bench.store.transaction((tx) => resend(tx, which, bench.now()))
  const idOf = async (uid: string) => (await bench.store.db.outbox.findUniqueOrThrow({ where: { uid } })).id

  /** A given-up card, a given-up mail, and a card that waits behind nothing. */
  async function stuck(): Promise<{ card: string; mail: string; waiting: string }> {
    await bench.store.db.caseShare.create({ data: { caseNumber: 1, email: 'jane@acme.example', addedAt: start } })
    bench.slack.next('chat.postMessage', { error: 'is_archived' })
    const uids = { card: await bench.put(card), mail: await bench.put(mail), waiting: '' }
    await bench.delivery.drain()
    uids.waiting = await bench.put({ kind: 'tell_author', caseNumber: 1, channelId: 'C0TALK', threadTs: '1.1' }, { runAt: new Date(start.getTime() + 60_000) })
    return uids
  }

  test('house rule 6: an admin sees what was given up and what waits, and no person and no address', async () => {
    expect(await sayUndelivered(bench.store, say)).toEqual(['Nothing waits to be sent, and nothing was given up.'])
    const uids = await stuck()
    expect(await sayUndelivered(bench.store, say)).toEqual([
      `${await idOf(uids.card)}  given up · case card · case 1 · channel C0HIKARI · since 2027-03-01T09:00:00.000Z · 1 attempt · last error: is_archived`,
      `${await idOf(uids.mail)}  given up · email to a person a case is shared with · case 1 · since 2027-03-01T09:00:00.000Z · 1 attempt · last error: no mail server is set: ONBEHALF_SMTP_URL`,
      `${await idOf(uids.waiting)}  waits until 2027-03-01T09:01:00.000Z · note in the author’s thread · case 1 · channel C0TALK · since 2027-03-01T09:00:00.000Z · 0 attempts`,
      'Send them again with npx onbehalf deliveries --resend <number>, or --resend all.',
    ])
  })

  test('house rule 6: a given-up row is sent again, after a look whether it is there; the others stay', async () => {
    const uids = await stuck()
    expect(await again(await idOf(uids.card))).toBe(1)
    expect(await bench.row(uids.card)).toMatchObject({ state: 'PENDING', attempts: 0, unknown: true })
    await bench.delivery.drain()
    expect(bench.slack.methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.postMessage'])
    expect(await bench.row(uids.card)).toMatchObject({ state: 'DONE' })
    expect(await bench.row(uids.mail)).toMatchObject({ state: 'GIVEN_UP' })
  })

  test('all: every given-up row, and none that was done or waits', async () => {
    const uids = await stuck()
    expect(await sayResent(bench.store, 'all', say, bench.now())).toBe('2 deliveries are tried again now.')
    expect(await Promise.all([uids.card, uids.mail].map(bench.row))).toMatchObject([{ state: 'PENDING' }, { state: 'PENDING' }])
    expect(await bench.row(uids.waiting)).toMatchObject({ runAt: new Date(start.getTime() + 60_000) })
  })

  test('one that waits is tried now; one that is done, or never was, is told', async () => {
    const uids = await stuck()
    expect(await again(await idOf(uids.waiting))).toBe(1)
    await bench.delivery.drain()
    expect(await bench.row(uids.waiting)).toMatchObject({ state: 'DONE' })
    await expect(sayResent(bench.store, await idOf(uids.waiting), say)).rejects.toThrow('No delivery')
    await expect(sayResent(bench.store, 999_999, say)).rejects.toThrow('999999')
  })

  test('a file that could not be fetched is fetched again', async () => {
    const wanted = { name: 'a.log', mimeType: 'text/plain', size: 1, addedAt: start }
    await bench.store.db.attachment.create({ data: { id: 'a1', caseNumber: 1, state: 'CHECKING', sourceUrl: `${bench.slack.url}/files/a`, ...wanted } })
    const uid = await bench.put({ kind: 'fetch_attachment', attachmentId: 'a1' })
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', lastError: 'gone' })
    bench.slack.file('/files/a', (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('x'))
    await again(await idOf(uid))
    await bench.delivery.drain()
    expect(await bench.store.db.attachment.findUnique({ where: { id: 'a1' } })).toMatchObject({ state: 'RELEASED', error: null })
  })
})
