import { WebClient } from '@slack/web-api'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uploads } from '../../src/cli/import/open-upload.js'
import type { OpenUpload, UploadedFile } from '../../src/slack/edge.js'

describe('an uploaded file', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let origin: string
  let folder: string
  let open: OpenUpload
  const asked: { url: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization })
    answer(request, response)
  })
  beforeEach(async () => {
    asked.length = 0
    folder = await mkdtemp(join(tmpdir(), 'onbehalf-uploads-'))
    vi.stubEnv('TMPDIR', folder)
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    open = uploads({ client: new WebClient('xoxb-1', { slackApiUrl: `${origin}/api/`, retryConfig: { retries: 0 } }), token: 'xoxb-1', apiUrl: `${origin}/api/` })
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    await new Promise((resolve) => { server.close(resolve) })
  })

  const file = (more: Partial<UploadedFile> = {}): UploadedFile => ({ id: 'F1', name: 'c.csv', url: `${origin}/files/F1`, ...more })
  const says = (status: number, body: string | Buffer, type = 'text/csv') => {
    answer = (_request, response) => void response.writeHead(status, { 'content-type': type }).end(body)
  }

  it('is fetched with the bot’s token, read as often as is asked, and removed', async () => {
    says(200, 'domain,name\nacme.example,Acme\n')
    const upload = await open(file({ name: '../../etc/c.csv' }))
    if (typeof upload === 'string') return expect.fail(upload)
    expect(asked).toEqual([{ url: '/files/F1', authorization: 'Bearer xoxb-1' }])
    for (let time = 0; time < 2; time += 1) {
      const items = []
      for await (const item of upload.read()) items.push(item)
      expect(items).toMatchObject([{ where: { file: 'c.csv', line: 2 }, records: [{ type: 'customer', domain: 'acme.example', name: 'Acme' }], problems: [] }])
    }
    expect(await readdir(folder)).toHaveLength(1)
    await upload.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('of 9 MB of YAML is taken while others are answered', async () => {
    const entry = (at: number): string => `  - { domain: c${String(at).padStart(6, '0')}.example, name: Customer, tier: PREMIUM }\n`
    const entries = Math.floor((9 * 1024 * 1024) / entry(0).length)
    says(200, `customers:\n${Array.from({ length: entries }, (_, at) => entry(at)).join('')}`)
    const upload = await open(file({ name: 'c.yaml' }))
    if (typeof upload === 'string') return expect.fail(upload)

    const order: string[] = []
    const reading = (async () => {
      let [count, turns] = [0, 0]
      let last: unknown
      const turn = (): void => { turns += 1; immediate = setImmediate(turn) }
      let immediate: NodeJS.Immediate | undefined
      for await (const item of upload.read()) {
        if (count === 0) {
          order.push('taken apart')
          turn()
        }
        count += 1
        last = item
      }
      clearImmediate(immediate)
      return { count, turns, last }
    })()
    says(200, 'domain\n')
    for (let others = 0; others < 20; others += 1) {
      const other = await open(file())
      if (typeof other !== 'string') await other.close()
    }
    order.push('others')

    const { count, turns, last } = await reading
    expect(order).toEqual(['others', 'taken apart'])
    expect(count).toBe(entries)
    expect(turns).toBeGreaterThan(entries / 200)
    expect(last).toEqual({ where: { file: 'c.yaml', line: entries + 1, path: `customers[${entries - 1}]` }, records: [expect.objectContaining({ type: 'customer', tier: 'PREMIUM' })], problems: [] })
    await upload.close()
  })

  it('of which only the id was told is asked for', async () => {
    answer = (request, response) => {
      if (request.url?.startsWith('/api/')) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file: { url_private_download: `${origin}/files/F1` } }))
      else response.writeHead(200).end('domain\n')
    }
    expect(typeof (await open(file({ url: '' })))).toBe('object')
    expect(asked.map(({ url }) => url)).toEqual(['/api/files.info', '/files/F1'])
  })

  it('that is larger than was said is not kept', async () => {
    says(200, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))
    expect(await open(file({ name: 'c.yaml' }))).toBe('too_large')
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['http://evil.example/c.csv', 'https://slack.com.evil.example/c.csv', 'file:///etc/passwd', 'https://user:pass@files.slack.com/c.csv'])('at %s is not fetched, and nobody gets the token', async (url) => {
    expect(await open(file({ url }))).toBe('not_slack')
    expect(asked).toEqual([])
  })

  it('that leads elsewhere is not followed there', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: 'http://evil.example/' }).end()
    expect(await open(file())).toBe('not_slack')
  })

  it.each([[200, 'text/html', 'gone'], [404, 'text/plain', 'gone'], [403, 'text/plain', 'gone'], [500, 'text/plain', 'unreachable']] as const)('that Slack answers with %s and %s is told as %s', async (status, type, problem) => {
    says(status, 'no', type)
    expect(await open(file())).toBe(problem)
    expect(await readdir(folder)).toEqual([])
  })

  it('whose connection breaks is unreachable, and leaves nothing', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('domain')
      setImmediate(() => response.destroy())
    }
    expect(await open(file())).toBe('unreachable')
    expect(await readdir(folder)).toEqual([])
  })
})
