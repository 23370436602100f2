import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { startFakeSlack } from './fake-slack.js'
import { start, startBench, token, type Bench } from './start.js'

const content = Buffer.from('Mail was late at 09:00.\n')
const sha256 = createHash('sha256').update(content).digest('hex')

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
  })
  afterEach(() => bench.stop())

  async function fetchFile(sourceUrl: string, mimeType = 'text/plain'): Promise<string> {
    await bench.store.db.attachment.create({
      data: { id: 'file-1', caseNumber: 1, slackFileId: 'F1', sourceUrl, name: 'log.txt', mimeType, size: 24, addedAt: start },
    })
    const uid = await bench.put({ kind: 'fetch_attachment', attachmentId: 'file-1' })
    await bench.delivery.drain()
    return uid
  }
  const attachment = () => bench.store.db.attachment.findUniqueOrThrow({ where: { id: 'file-1' } })
  const here = (path: string) => `${bench.slack.url}/files/${path}`
  async function kept(): Promise<string[]> {
    const found = await readdir(join(bench.dataDir, 'attachments'), { recursive: true, withFileTypes: true }).catch(() => [])
    return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
  }

  test('CASE-2: a file is kept under its content hash, for this user alone, and searched', async () => {
    bench.slack.file('/files/a', (response) => response.end(content))
    const uid = await fetchFile(here('a'))
    expect(await bench.row(uid)).toMatchObject({ state: 'DONE' })
    expect(await attachment()).toMatchObject({ state: 'RELEASED', sha256, size: content.length, error: null, findings: null })
    const path = join(bench.dataDir, 'attachments', sha256.slice(0, 2), sha256)
    expect(await readFile(path)).toEqual(content)
    expect((await stat(path)).mode & 0o077).toBe(0)
    expect(bench.slack.fileRequests).toEqual([{ path: '/files/a', authorization: `Bearer ${token}` }])
    expect(await kept()).toEqual([sha256])
  })

  test('the token never leaves Slack’s hosts and the configured API, by address or by redirect', async () => {
    const elsewhere = await startFakeSlack()
    const uid = await fetchFile(`${elsewhere.url}/files/a`)
    expect(await bench.row(uid)).toMatchObject({ state: 'GIVEN_UP', lastError: 'not_slack' })
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'not_slack' })
    await bench.store.db.attachment.deleteMany()
    bench.slack.file('/files/b', (response) => response.writeHead(302, { location: `${elsewhere.url}/files/a` }).end())
    await fetchFile(here('b'))
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'not_slack' })
    expect(elsewhere.fileRequests).toEqual([])
    await elsewhere.stop()
  })

  test.each([
    ['that says so', (body: Buffer) => ({ 'content-length': String(body.length) })],
    ['that does not', () => ({ 'transfer-encoding': 'chunked' })],
  ])('an oversized file %s is refused, and nothing of it is kept', async (_how, headers) => {
    const body = Buffer.alloc(1001, 'x')
    bench.slack.file('/files/a', (response) => response.writeHead(200, headers(body)).end(body))
    await fetchFile(here('a'))
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'too_large', sha256: null })
    expect(await kept()).toEqual([])
  })

  test('a login page is not taken for the file; an HTML file is one', async () => {
    const page = (path: string) => bench.slack.file(path, (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'))
    page('/files/a')
    await fetchFile(here('a'))
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'login_page' })
    await bench.store.db.attachment.deleteMany()
    await fetchFile(here('a'), 'text/html')
    expect(await attachment()).toMatchObject({ state: 'RELEASED' })
    await bench.store.db.attachment.deleteMany()
    bench.slack.file('/files/b', (response) => response.writeHead(302, { location: '/files/a' }).end())
    await fetchFile(here('b'), 'text/html')
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'login_page' })
  })

  test('a cut download is tried again from the start, and leaves nothing half', async () => {
    let served = 0
    bench.slack.file('/files/a', (response) => {
      if (++served > 1) return void response.end(content)
      response.writeHead(200, { 'content-length': '24' })
      response.write(content.subarray(0, 5), () => response.destroy())
    })
    const uid = await fetchFile(here('a'))
    expect(await bench.row(uid)).toMatchObject({ state: 'PENDING' })
    expect(await kept()).toEqual([])
    await bench.after(3)
    expect(await attachment()).toMatchObject({ state: 'RELEASED', sha256 })
  })

  test('a file that the form told only the id of is asked for by it; one Slack does not know is gone', async () => {
    bench.slack.file('/files/a', (response) => response.end(content))
    bench.slack.next('files.info', { status: 200, body: JSON.stringify({ ok: true, file: { url_private: here('a') } }) }, { error: 'file_not_found' })
    await fetchFile('')
    expect(await attachment()).toMatchObject({ state: 'RELEASED', sha256 })
    await bench.store.db.attachment.deleteMany()
    await fetchFile('')
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'gone' })
  })

  test('a deleted file says so; a busy host is asked again when it wants to be', async () => {
    await fetchFile(here('nowhere'))
    expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'gone' })
    await bench.store.db.attachment.deleteMany()
    bench.slack.file('/files/a', (response) => response.end(content))
    bench.slack.next('/files/a', { status: 429, headers: { 'retry-after': '7' } })
    const uid = await fetchFile(here('a'))
    expect(await bench.row(uid)).toMatchObject({ state: 'PENDING', attempts: 0, runAt: new Date(start.getTime() + 7000) })
  })
})
