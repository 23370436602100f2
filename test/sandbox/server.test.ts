import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PersonState, SandboxEvent, SharedFile, WorkspaceInfo } from '../../src/sandbox/protocol.js'
import { startWorkspace } from '../../src/sandbox/workspace.js'
import { AIKO, call, command, DANA, modal, options, rawBot, start, TOKENS } from './start.js'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A request with headers that `fetch` does not let through. */
function raw(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => resolve(response.resume().statusCode ?? 0))
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{"by":"+1d"}' : undefined)
  })
}

describe('who may talk to the server', () => {
  it('only this machine’s names, and for changes only its own page', async () => {
    const workspace = await start()
    const host = new URL(workspace.url).host
    const clock = `${workspace.url}/sandbox/api/clock`
    expect(await raw(`${workspace.url}/sandbox/api/workspace`, { host: 'evil.example' })).toBe(421)
    expect(await raw(`${workspace.apiUrl}api.test`, { host: 'evil.example' }, 'POST')).toBe(421)
    expect(await raw(clock, { host, origin: 'https://evil.example' }, 'POST')).toBe(403)
    expect(await raw(`${workspace.apiUrl}auth.test?token=${TOKENS.bot}`, { host, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await raw(clock, { host, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403)
    expect(await raw(clock, { host, origin: `http://${host}` }, 'POST')).toBe(200)
    expect(await raw(clock, { host: host.replace('127.0.0.1', 'localhost') }, 'POST')).toBe(200)
    expect(workspace.info().clockOffset).toBe(2 * 86_400_000)
  })

  it('lets a socket in once per ticket', async () => {
    const workspace = await start()
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'x'.repeat(22) + '==' }
    expect(await raw(`${workspace.url}/socket/?ticket=no`, upgrade)).toBe(408)
  })
})

describe('the page’s API', () => {
  const post = async (url: string, body: unknown) => {
    const response = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
    return [response.status, (await response.json()) as Record<string, unknown>] as const
  }

  it('shows, acts, uploads, streams and moves the clock', async () => {
    const workspace = await start()
    const api = `${workspace.url}/sandbox/api`
    const info = (await (await fetch(`${api}/workspace`)).json()) as WorkspaceInfo
    expect(info).toMatchObject({ connection: 'none', bot: { name: 'Onbehalf', messagesTab: 'on' }, commands: [{ command: '/case', usageHint: 'new [customer]' }, {}] })

    const stream = await fetch(`${api}/events?person=${DANA}`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    onTestFinished(async () => {
      await reader?.cancel()
    })
    const [, { file }] = await post(`${api}/people/${AIKO}/files?name=${encodeURIComponent('../ünï "x".html')}`, '<script>')
    const shared = file as SharedFile
    expect(shared.name).toBe('ünï "x".html')
    await call(workspace, 'chat.postEphemeral', { channel: 'C0UPDATES', user: AIKO, text: 'not for Dana' })
    expect(await post(`${api}/people/${AIKO}/act`, { do: 'say', channel: 'C0UPDATES', text: 'see', fileIds: [shared.id] })).toEqual([200, { ok: true }])
    let heard = ''
    while (!heard.includes('"see"')) heard += (await reader?.read())?.value ?? ''
    const events = heard.split('\n').filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice(6)) as SandboxEvent)
    expect(events.filter((event) => event.type === 'message').map((event) => event.message.text)).toEqual(['see'])

    const state = (await (await fetch(`${api}/people/${DANA}`)).json()) as PersonState
    expect(state.messages).toMatchObject([{ text: 'see', files: [{ id: shared.id, size: 8 }] }])
    const download = await fetch(workspace.url + shared.href)
    expect([download.status, await download.text()]).toEqual([200, '<script>'])
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%C3%BCn%C3%AF%20%22x%22\.html$/)
    expect((await fetch(workspace.url + shared.href.replace(/[a-f0-9]{32}/, '0'.repeat(32)))).status).toBe(404)

    expect(await post(`${api}/clock`, { by: 'soon' })).toMatchObject([400, { error: 'invalid_clock' }])
    expect(await post(`${api}/people/${AIKO}/act`, 'oops')).toMatchObject([400, { error: 'invalid_request' }])
    expect(await post(`${api}/people/U0NOBODY/act`, { do: 'open_home' })).toMatchObject([404, {}])
    expect(await post(`${api}/faults`, { method: 'x', kind: 'odd', times: 1 })).toMatchObject([400, {}])
    expect(await post(`${api}/reset`, {})).toMatchObject([200, {}])
    expect(workspace.stateOf(DANA).messages).toEqual([])
  })

  it('serves the page’s files and nothing beside them', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'index.html'), '<!doctype html>page')
    const workspace = await start({ pageDir: dir })
    const get = async (path: string) => {
      const response = await fetch(workspace.url + path)
      return [response.status, await response.text()]
    }
    expect(await get('/')).toEqual([200, '<!doctype html>page'])
    expect(await get('/c/C0UPDATES')).toEqual([200, '<!doctype html>page'])
    expect(await get('/missing.js')).toMatchObject([404, 'not found'])
    expect(await get('/..%2f..%2fetc%2fpasswd')).toEqual([200, '<!doctype html>page'])
  })
})

describe('files', () => {
  it('are served to the bot’s token; to anybody else Slack serves a login page with 200', async () => {
    const workspace = await start()
    const { id } = workspace.upload(AIKO, 'trace.log', 'text/plain', Buffer.from('boom'))
    const { file } = await call(workspace, 'files.info', { file: id }) as { file: { url_private: string; size: number } }
    const get = async (headers: Record<string, string>) => {
      const response = await fetch(file.url_private, { headers })
      return [response.status, response.headers.get('content-type'), await response.text()]
    }
    expect(await get({ authorization: `Bearer ${TOKENS.bot}` })).toEqual([200, 'text/plain', 'boom'])
    expect(await get({})).toMatchObject([200, 'text/html; charset=utf-8', expect.stringContaining('Sign in')])
    expect(await get({ authorization: 'Bearer xoxb-wrong' })).toMatchObject([200, 'text/html; charset=utf-8', {}])
    expect(await call(workspace, 'files.info', { file: 'F0' })).toEqual({ ok: false, error: 'file_not_found' })
  })

  it('cannot be handed in by somebody else', async () => {
    const workspace = await start()
    const submitted: unknown[] = []
    await rawBot(workspace, ({ payload }) => void submitted.push(payload['view']))
    const element = { type: 'file_input', action_id: 'f' }
    const view = modal({ blocks: [{ type: 'input', block_id: 'b', optional: true, label: { type: 'plain_text', text: 'L' }, element }] })
    await call(workspace, 'views.open', { trigger_id: (await command(workspace)).trigger_id, view })
    const foreign = workspace.upload(DANA, 'hers.txt', 'text/plain', Buffer.from('x'))
    const state = { b: { f: { type: 'file_input', files: [{ id: foreign.id }] } } }
    await workspace.act(AIKO, { do: 'submit', viewId: workspace.stateOf(AIKO).modals[0]?.id ?? '', state })
    expect(submitted.at(-1)).toMatchObject({ state: { values: { b: { f: { files: [] } } } } })
  })
})

describe('what survives a restart', () => {
  it('channels, messages, files, direct messages, homes, forms and the clock, without an orderly stop', async () => {
    const stateFile = join(folder(), 'state.json')
    const first = await start({ stateFile })
    await rawBot(first, () => ({}))
    await call(first, 'views.open', { trigger_id: (await command(first)).trigger_id, view: modal() })
    const home = { type: 'home', blocks: [{ type: 'divider' }] }
    await call(first, 'views.publish', { user_id: AIKO, view: home })
    const file = first.upload(AIKO, 'a.txt', 'text/plain', Buffer.from('kept'))
    await first.act(AIKO, { do: 'say', channel: 'C0UPDATES', text: 'with a file', fileIds: [file.id] })
    first.moveClock('+31d')
    await call(first, 'chat.postMessage', { channel: AIKO, text: 'in private' })
    // Not stopped: what is in the file now is what a killed process leaves.
    const second = await startWorkspace(options({ stateFile }))
    onTestFinished(() => second.stop())
    expect(second.stateOf(AIKO)).toEqual(first.stateOf(AIKO))
    expect(second.info().clockOffset).toBe(31 * 86_400_000)
    expect(await (await fetch(second.url + file.href)).text()).toBe('kept')
    second.reset()
    await call(second, 'api.test')
    expect((JSON.parse(readFileSync(stateFile, 'utf8')) as { messages: object }).messages).toEqual({})
  })

  it('puts an unreadable file aside and says so', async () => {
    const stateFile = join(folder(), 'state.json')
    writeFileSync(stateFile, '{"half')
    await expect(startWorkspace(options({ stateFile }))).rejects.toThrow(`${stateFile}.broken`)
    expect(readFileSync(`${stateFile}.broken`, 'utf8')).toBe('{"half')
  })
})

describe('privacy', () => {
  it('keeps direct messages and private channels to their members', async () => {
    const workspace = await start()
    await call(workspace, 'chat.postMessage', { channel: 'C0SECRET', text: 'for the manager' })
    await call(workspace, 'chat.postMessage', { channel: DANA, text: 'for Dana' })
    expect(workspace.stateOf(DANA).messages.map((message) => message.text)).toEqual(['for the manager', 'for Dana'])
    const aiko = workspace.stateOf(AIKO)
    expect(aiko.messages).toEqual([])
    expect(aiko.channels.map((channel) => channel.id)).not.toContain('C0SECRET')
    const secret = workspace.stateOf(DANA).messages[0]
    const act = { do: 'message_shortcut', channel: 'C0SECRET', ts: secret?.ts ?? '', callbackId: 'file_from_message' } as const
    expect(await workspace.act(AIKO, act)).toMatchObject({ ok: false, error: 'message_not_found' })
    expect(await workspace.act(AIKO, { do: 'say', channel: 'C0SECRET', text: 'x' })).toMatchObject({ ok: false, error: 'channel_not_found' })
  })
})
