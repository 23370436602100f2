import { describe, expect, it } from 'vitest'
import { AIKO, call, DANA, modal, start, SVEN, TOKENS, text } from './start.js'

describe('tokens and scopes', () => {
  it('wants a token, the right one, and of the right kind', async () => {
    const workspace = await start()
    expect(await call(workspace, 'auth.test')).toMatchObject({ ok: true, bot_id: 'B0BOT', user_id: 'U0BOT', team_id: 'T0TEAM' })
    const bare = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' })
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' })
    expect(await call(workspace, 'auth.test', {}, 'xoxb-wrong')).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await call(workspace, 'apps.connections.open')).toEqual({ ok: false, error: 'not_allowed_token_type' })
    expect(await call(workspace, 'chat.sing')).toEqual({ ok: false, error: 'unknown_method' })
    expect(await call(workspace, 'constructor')).toEqual({ ok: false, error: 'unknown_method' })
  })

  it('takes the token and the arguments from a form too', async () => {
    const workspace = await start()
    const blocks = JSON.stringify([{ type: 'divider' }])
    const body = new URLSearchParams({ token: TOKENS.bot, channel: 'C0UPDATES', text: 'hi', blocks })
    const response = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'divider' }] } })
    expect(response.headers.get('x-oauth-scopes')).toContain('chat:write')
  })

  it('names the missing scope; optional ones can be withheld', async () => {
    const workspace = await start({ withheldScopes: ['channels:history', 'files:read', 'users:read.email'] })
    expect(await call(workspace, 'conversations.history', { channel: 'C0UPDATES' })).toMatchObject({
      ok: false, error: 'missing_scope', needed: 'channels:history', provided: expect.stringContaining('chat:write') as string,
    })
    expect(await call(workspace, 'files.info', { file: 'F1' })).toMatchObject({ error: 'missing_scope', needed: 'files:read' })
    expect(await call(workspace, 'conversations.info', { channel: 'C0UPDATES' })).toMatchObject({ error: 'missing_scope', needed: 'channels:read' })
    const { user } = await call(workspace, 'users.info', { user: AIKO }) as { user: { profile: object } }
    expect(user.profile).not.toHaveProperty('email')
  })
})

describe('people', () => {
  it('describes a person with email, zone and, asked for it, locale', async () => {
    const workspace = await start()
    workspace.updatePerson(SVEN, { isGuest: true, deleted: true })
    expect(await call(workspace, 'users.info', { user: AIKO, include_locale: true })).toMatchObject({
      ok: true,
      user: {
        id: AIKO, team_id: 'T0TEAM', locale: 'ja-JP', tz: 'Asia/Tokyo', tz_offset: 32_400, is_bot: false, deleted: false,
        real_name: 'Aiko Tanaka', profile: { email: 'aiko@hikari.example', display_name: 'Aiko' },
      },
    })
    expect((await call(workspace, 'users.info', { user: AIKO }))['user']).not.toHaveProperty('locale')
    expect(await call(workspace, 'users.info', { user: SVEN })).toMatchObject({ user: { is_restricted: true, deleted: true } })
    expect(await call(workspace, 'users.info', { user: 'U0BOT' })).toMatchObject({ user: { is_bot: true } })
    expect(await call(workspace, 'users.info', { user: 'U0NOBODY' })).toEqual({ ok: false, error: 'user_not_found' })
  })
})

describe('messages', () => {
  it('says why it does not take a message', async () => {
    const workspace = await start()
    const post = async (args: Record<string, unknown>) => (await call(workspace, 'chat.postMessage', args))['error']
    const long = (characters: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(characters) } })
    expect(await post({ channel: 'C0NOWHERE', text: 'x' })).toBe('channel_not_found')
    expect(await post({ channel: 'C0RANDOM', text: 'x' })).toBe('not_in_channel')
    expect(await post({ channel: 'C0HIDDEN', text: 'x' })).toBe('channel_not_found')
    expect(await post({ channel: 'C0UPDATES' })).toBe('no_text')
    expect(await post({ channel: 'C0UPDATES', text: 'x'.repeat(40_001) })).toBe('msg_too_long')
    expect(await post({ channel: 'C0UPDATES', text: 'x', blocks: Array(5).fill(long(2800)) })).toBe('msg_blocks_too_long')
    expect(await post({ channel: 'C0UPDATES', text: 'x', blocks: 'oops' })).toBe('invalid_blocks_format')
    expect(await post({ channel: 'C0UPDATES', text: 'x', thread_ts: '1.000001' })).toBe('invalid_thread_ts')
    expect(await post({ channel: 'C0UPDATES', text: 'x', metadata: { event_type: 'a' } })).toBe('invalid_metadata_schema')
    expect(await call(workspace, 'chat.postMessage', { channel: 'C0UPDATES', text: 'x', blocks: [long(3001)] })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    })
    expect(workspace.stateOf(AIKO).messages).toEqual([])
  })

  it('follows the bot in and out of channels', async () => {
    const workspace = await start()
    const post = async () => (await call(workspace, 'chat.postMessage', { channel: 'C0RANDOM', text: 'x' }))['error']
    workspace.updateChannel('C0RANDOM', { botIsMember: true })
    expect(await post()).toBeUndefined()
    workspace.updateChannel('C0RANDOM', { botIsMember: false, isPrivate: true })
    expect(await post()).toBe('channel_not_found')
  })

  it('finds channels by id, #name, name and person', async () => {
    const workspace = await start()
    for (const channel of ['C0UPDATES', '#case-updates', 'case-updates']) {
      expect(await call(workspace, 'chat.postMessage', { channel, text: 'x' })).toMatchObject({ ok: true, channel: 'C0UPDATES' })
    }
    const { channel } = await call(workspace, 'conversations.open', { users: AIKO }) as { channel: { id: string } }
    expect(channel.id).toBe(workspace.directMessage(AIKO))
    expect(await call(workspace, 'chat.postMessage', { channel: AIKO, text: 'x' })).toMatchObject({ channel: channel.id })
    expect(await call(workspace, 'chat.update', { channel: AIKO, ts: '1.1', text: 'x' })).toMatchObject({ error: 'channel_not_found' })
  })

  it('changes and deletes only what the bot wrote', async () => {
    const workspace = await start()
    await workspace.act(AIKO, { do: 'say', channel: 'C0UPDATES', text: 'mine' })
    const ts = workspace.stateOf(AIKO).messages[0]?.ts
    const channel = 'C0UPDATES'
    expect(await call(workspace, 'chat.update', { channel, ts, text: 'x' })).toMatchObject({ error: 'cant_update_message' })
    expect(await call(workspace, 'chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' })
    expect(await call(workspace, 'chat.update', { channel, ts: '1.1', text: 'x' })).toMatchObject({ error: 'message_not_found' })
    const posted = await call(workspace, 'chat.postMessage', { channel, text: 'bot', blocks: [{ type: 'divider' }], thread_ts: ts })
    await call(workspace, 'chat.update', { channel, ts: posted['ts'], text: 'changed' })
    const [parent, reply] = workspace.stateOf(DANA).messages
    expect(parent).toMatchObject({ text: 'mine', replyCount: 1 })
    expect(reply).toMatchObject({ text: 'changed', edited: true, threadTs: ts, blocks: [{ type: 'divider' }] })
    expect(await call(workspace, 'chat.delete', { channel, ts: posted['ts'] })).toMatchObject({ ok: true })
    expect(workspace.stateOf(DANA).messages).toHaveLength(1)
  })

  it('shows an ephemeral message to its person only, and to no history', async () => {
    const workspace = await start()
    const args = { channel: 'C0UPDATES', text: 'psst', user: AIKO }
    const { message_ts: ts } = await call(workspace, 'chat.postEphemeral', args)
    expect(await call(workspace, 'chat.postEphemeral', { ...args, channel: 'C0SECRET' })).toMatchObject({ error: 'user_not_in_channel' })
    expect(workspace.stateOf(AIKO).messages).toMatchObject([{ text: 'psst', ephemeralTo: AIKO }])
    expect(workspace.stateOf(DANA).messages).toEqual([])
    expect(await call(workspace, 'conversations.history', { channel: 'C0UPDATES' })).toMatchObject({ messages: [] })
    expect(await call(workspace, 'chat.update', { channel: 'C0UPDATES', ts, text: 'x' })).toMatchObject({ error: 'message_not_found' })
  })

  it('keeps metadata and returns it to who asks for it', async () => {
    const workspace = await start()
    const metadata = { event_type: 'card', event_payload: { outbox: 'o1' } }
    await call(workspace, 'chat.postMessage', { channel: 'C0UPDATES', text: 'first' })
    await call(workspace, 'chat.postMessage', { channel: 'C0UPDATES', text: 'second', metadata })
    expect(await call(workspace, 'conversations.history', { channel: 'C0UPDATES', include_all_metadata: true, limit: 1 })).toMatchObject({
      messages: [{ text: 'second', metadata, bot_id: 'B0BOT' }],
      has_more: true,
    })
    const { messages } = await call(workspace, 'conversations.history', { channel: 'C0UPDATES' }) as { messages: object[] }
    expect(messages[0]).not.toHaveProperty('metadata')
  })

  it('gives timestamps that only grow, by the moved clock', async () => {
    const workspace = await start()
    const post = async () => Number((await call(workspace, 'chat.postMessage', { channel: 'C0UPDATES', text: 'x' }))['ts'])
    const first = await post()
    workspace.moveClock('+31d')
    const later = await post()
    expect(later - first).toBeGreaterThanOrEqual(31 * 86_400)
    expect(workspace.now().getTime() - Date.now()).toBeGreaterThan(30 * 86_400_000)
    workspace.moveClock('real')
    expect(await post()).toBeGreaterThan(later)
    expect(() => workspace.moveClock('soon')).toThrow('+31d')
  })
})

describe('views', () => {
  it('publishes a home, with a hash that must not be stale', async () => {
    const workspace = await start()
    const view = { type: 'home', blocks: [{ type: 'header', text: text('Hi') }] }
    const first = await call(workspace, 'views.publish', { user_id: AIKO, view }) as { view: { hash: string } }
    const second = await call(workspace, 'views.publish', { user_id: AIKO, view, hash: first.view.hash })
    expect(second).toMatchObject({ ok: true })
    expect(await call(workspace, 'views.publish', { user_id: AIKO, view, hash: first.view.hash })).toEqual({ ok: false, error: 'hash_conflict' })
    expect(await call(workspace, 'views.publish', { user_id: AIKO, view: modal() })).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('faults', () => {
  it('limits, fails, loses the answer, refuses; so many times; each nth', async () => {
    const workspace = await start()
    const post = () => fetch(`${workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKENS.bot}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0UPDATES', text: 'x' }),
    })
    workspace.addFault({ method: 'chat.postMessage', kind: 'rate_limited', retryAfter: 7, times: 1 })
    const limited = await post()
    expect([limited.status, limited.headers.get('retry-after'), await limited.json()]).toEqual([429, '7', { ok: false, error: 'ratelimited' }])
    workspace.addFault({ method: '*', kind: 'error', error: 'fatal_error', times: 1 })
    expect(await (await post()).json()).toEqual({ ok: false, error: 'fatal_error' })
    workspace.addFault({ method: 'chat.postMessage', kind: 'refused', times: 1 })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(workspace.stateOf(AIKO).messages).toHaveLength(0)
    workspace.addFault({ method: 'chat.postMessage', kind: 'lost_answer', times: 1 })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(workspace.stateOf(AIKO).messages).toHaveLength(1)
    workspace.addFault({ method: 'chat.postMessage', kind: 'error', error: 'third', times: 2, every: 3 })
    const results: unknown[] = []
    for (let i = 0; i < 7; i += 1) results.push(((await (await post()).json()) as { error?: string }).error ?? 'ok')
    expect(results).toEqual(['ok', 'ok', 'third', 'ok', 'ok', 'third', 'ok'])
    expect(workspace.traffic().filter((item) => !item.ok)).toHaveLength(6)
  })
})
