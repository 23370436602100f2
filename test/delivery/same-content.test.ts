import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropFile } from '../../src/delivery/senders/files/drop-file.js'
import { fetchAttachment } from '../../src/delivery/senders/files/fetch-attachment.js'
import type { Attempt, Sending } from '../../src/delivery/sending.js'
import { untilSomebodyWaits } from '../support/waiting.js'
import { eachStore } from '../support/stores.js'
import { start, startBench, type Bench } from './start.js'

const content = Buffer.from('The same log twice.\n')
const sha256 = createHash('sha256').update(content).digest('hex')

eachStore((kind, fresh) => {
  let bench: Bench
  let settled: () => Promise<void>
  beforeEach(async () => {
    bench = await startBench(fresh)
    settled = () => Promise.resolve()
    await bench.store.db.attachment.create({
      data: { id: 'file-1', caseNumber: 1, slackFileId: 'F1', sourceUrl: `${bench.slack.url}/files/a`, name: 'a.txt', mimeType: 'text/plain', size: 20, addedAt: start },
    })
  })
  afterEach(() => bench.stop())

  const attempt = { row: { uid: 'row' } } as Attempt
  const sending = () => ({
    store: bench.store, now: bench.now, files: { dataDir: bench.dataDir, token: 'x', apiUrl: bench.slack.apiUrl, maxBytes: 1000 },
    fetch: () => Promise.resolve(new Response(content)), slack: { call: (_method: string, work: () => unknown) => work() },
    fileSettled: () => settled(),
  }) as unknown as Sending
  const drop = () => dropFile(sending(), attempt, { kind: 'drop_file', sha256 })
  const kept = () => readFile(join(bench.dataDir, 'attachments', sha256.slice(0, 2), sha256), 'utf8').catch(() => null)
  const file = () => bench.store.db.attachment.findUniqueOrThrow({ where: { id: 'file-1' } })
  /** Fetched and kept on the disk; what is then written down about it. */
  async function fetched() {
    const sent = await fetchAttachment(sending(), attempt, { kind: 'fetch_attachment', attachmentId: 'file-1' })
    if (sent.how !== 'sent' || !sent.save) throw new Error('it was not fetched')
    return sent.save
  }

  test('a content that was deleted for another file before this one was written down is fetched again', async () => {
    const save = await fetched()
    expect(await drop()).toEqual({ how: 'sent' })
    await expect(bench.store.transaction(save)).rejects.toMatchObject({ failure: { how: 'retry' } })
    expect(await file()).toMatchObject({ state: 'CHECKING', sha256: null })
    await bench.store.transaction(await fetched())
    expect(await file()).toMatchObject({ state: 'RELEASED', sha256 })
    expect(await kept()).toBe(content.toString())
  })

  test('a content is not deleted while a file that has it is being written down', async () => {
    let dropping: ReturnType<typeof drop> | undefined
    settled = async () => {
      dropping = drop()
      if (kind === 'postgresql') await Promise.race([dropping, untilSomebodyWaits(bench.store)])
    }
    await bench.store.transaction(await fetched())
    expect(await dropping).toMatchObject({ how: 'dropped' })
    expect(await kept()).toBe(content.toString())
  })
})
