import { describe, expect, it } from 'vitest'
import { AIKO, call, command, DANA, MANIFEST, modal, rawBot, SILENCE, start, SVEN, text } from './start.js'
import type { Envelope } from './start.js'

describe('commands', () => {
  it('knows only the manifest’s, reaches nobody without a bot, and times out', async () => {
    const workspace = await start({ ackDeadlineMs: 40 })
    const run = (channel: string, words: string) => workspace.act(AIKO, { do: 'command', channel, text: words })
    expect(await run('C0UPDATES', '/foo bar')).toEqual({ ok: false, error: 'invalid_command', words: '/foo is not a valid command.' })
    expect(await run('C0SECRET', '/case')).toMatchObject({ ok: false, error: 'channel_not_found' })
    expect(await run('C0UPDATES', '/case')).toEqual({ ok: false, error: 'dispatch_failed', words: '/case failed with the error "dispatch_failed"' })
    await rawBot(workspace, () => SILENCE)
    expect(await run('C0UPDATES', '/case')).toEqual({ ok: false, error: 'operation_timeout', words: '/case failed with the error "operation_timeout"' })
  })

  it('passes the text as typed and shows an answer in the channel when asked to', async () => {
    const workspace = await start()
    await rawBot(workspace, ({ payload }) => ({ response_type: 'in_channel', text: `got ${String(payload['text'])}` }))
    await workspace.act(AIKO, { do: 'command', channel: 'C0UPDATES', text: '/case  new <acme> & "co"' })
    expect(workspace.stateOf(SVEN).messages).toMatchObject([{ text: 'got new <acme> & "co"' }])
  })

  it('can be delivered again, exactly', async () => {
    const workspace = await start()
    const got: Envelope[] = []
    await rawBot(workspace, (envelope) => void got.push(envelope))
    await command(workspace)
    const item = workspace.traffic().find((entry) => entry.kind === 'command')
    await workspace.deliverAgain(item?.n ?? 0)
    expect(got).toHaveLength(2)
    expect(got[1]?.payload).toEqual(got[0]?.payload)
    expect(got[1]?.envelope_id).not.toBe(got[0]?.envelope_id)
  })
})

describe('response URLs', () => {
  const post = async (url: string, body: unknown) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    return [response.status, await response.text()]
  }

  it('work five times', async () => {
    const workspace = await start()
    await rawBot(workspace, () => ({}))
    const { response_url } = await command(workspace)
    expect(await post(response_url, { text: '' })).toMatchObject([500, expect.stringContaining('no_text')])
    expect(await post(response_url, { text: 'x', blocks: [{ type: 'nope' }] })).toMatchObject([400, expect.stringContaining('invalid_blocks')])
    for (let i = 0; i < 5; i += 1) expect(await post(response_url, { text: `answer ${i}` })).toEqual([200, 'ok'])
    expect(await post(response_url, { text: 'sixth' })).toEqual([404, '{"ok":false,"error":"used_url"}'])
    expect(workspace.stateOf(AIKO).messages.every((message) => message.threadTs === undefined)).toBe(true)
    expect(await post(`${response_url}0`, { text: 'x' })).toEqual([404, '{"ok":false,"error":"expired_url"}'])
    expect(workspace.stateOf(AIKO).messages).toHaveLength(5)
    expect(workspace.stateOf(DANA).messages).toEqual([])
  })

  it('replace and delete the message whose button was pressed', async () => {
    const workspace = await start()
    const urls: string[] = []
    await rawBot(workspace, ({ payload }) => void urls.push(String(payload['response_url'])))
    const blocks = [{ type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'a', text: text('Go') }] }]
    const { message_ts } = await call(workspace, 'chat.postEphemeral', { channel: 'C0UPDATES', user: AIKO, text: 'card', blocks })
    const place = { channel: 'C0UPDATES', ts: String(message_ts) }
    const press = { do: 'action' as const, place, blockId: 'b', actionId: 'a', value: {}, state: {} }
    expect(await workspace.act(DANA, press)).toMatchObject({ ok: false, error: 'not_found' })
    expect(await workspace.act(AIKO, { ...press, actionId: 'other' })).toMatchObject({ ok: false, error: 'element_not_found' })
    expect(await workspace.act(AIKO, { ...press, place: { ...place, channel: 'constructor' } })).toMatchObject({ error: 'not_found' })
    await workspace.act(AIKO, press)
    const sent = workspace.traffic().at(-1)?.request
    expect(sent).toMatchObject({
      type: 'block_actions', api_app_id: 'A0APP', user: { id: AIKO, username: 'aiko', team_id: 'T0TEAM' }, team: { id: 'T0TEAM' },
      container: { type: 'message', message_ts: place.ts, channel_id: 'C0UPDATES', is_ephemeral: true },
      channel: { id: 'C0UPDATES', name: 'case-updates' }, actions: [{ type: 'button', block_id: 'b', action_id: 'a', text: text('Go') }],
    })
    expect(sent).not.toHaveProperty('message')
    await post(urls[0] ?? '', { replace_original: true, text: 'done' })
    expect(workspace.stateOf(AIKO).messages).toMatchObject([{ text: 'done', ephemeralTo: AIKO, edited: true }])
    await post(urls[0] ?? '', { delete_original: true })
    expect(workspace.stateOf(AIKO).messages).toEqual([])
  })
})

describe('suggestions', () => {
  it('refuses options that Slack would not show', async () => {
    const workspace = await start()
    let answer: unknown = {}
    await rawBot(workspace, ({ payload }) => (payload['type'] === 'block_suggestion' ? answer : {}))
    const { trigger_id } = await command(workspace)
    const element = { type: 'external_select', action_id: 's', min_query_length: 2 }
    await call(workspace, 'views.open', { trigger_id, view: modal({ blocks: [{ type: 'input', block_id: 'b', label: text('L'), element }] }) })
    const place = { viewId: workspace.stateOf(AIKO).modals[0]?.id ?? '' }
    const ask = (value: string) => workspace.suggest(AIKO, { place, blockId: 'b', actionId: 's', value, state: {} })
    const option = (words: string) => ({ text: text(words), value: 'v' })
    expect(await ask('a')).toEqual({ ok: true, options: [] })
    expect(workspace.traffic().some((item) => item.kind === 'block_suggestion')).toBe(false)
    for (const [bad, ok] of [
      [{}, false],
      [{ options: [option('x'.repeat(76))] }, false],
      [{ options: Array(101).fill(option('x')) }, false],
      [{ options: [], option_groups: [] }, false],
      [{ options: [] }, true],
      [{ option_groups: [{ label: text('G'), options: [option('x')] }] }, true],
    ] as const) {
      answer = bad
      expect(await ask('ab')).toMatchObject({ ok })
    }
  })
})

describe('events', () => {
  it('are tried again three times, with number and reason', async () => {
    const workspace = await start({ ackDeadlineMs: 300 })
    const got: Envelope[] = []
    await rawBot(workspace, (envelope) => {
      got.push(envelope)
      return got.length < 3 ? SILENCE : {}
    })
    await workspace.act(AIKO, { do: 'open_home' })
    await workspace.settled()
    expect(got.map((envelope) => [envelope.retry_attempt, envelope.retry_reason])).toEqual([[0, ''], [1, 'http_timeout'], [2, 'http_timeout']])
    expect(new Set(got.map((envelope) => envelope.payload['event_id'])).size).toBe(1)
  })

  it('are sent only for what the manifest subscribed to', async () => {
    const workspace = await start()
    const got: unknown[] = []
    await rawBot(workspace, (envelope) => void got.push((envelope.payload['event'] as { type: string }).type))
    await workspace.act(AIKO, { do: 'say', channel: 'C0UPDATES', text: 'among us' })
    await workspace.act(AIKO, { do: 'say', channel: workspace.directMessage(AIKO), text: 'to the bot' })
    workspace.updatePerson(AIKO, { email: 'new@hikari.example' })
    await workspace.settled()
    expect(got).toEqual(['message', 'user_change'])
  })
})

describe('user_change', () => {
  it.each([
    ['deactivation', { deleted: true }, { deleted: true }],
    ['a new name', { name: 'Aiko Sato' }, { real_name: 'Aiko Sato', profile: { real_name: 'Aiko Sato' } }],
    ['a new address', { email: 'sato@hikari.example' }, { profile: { email: 'sato@hikari.example' } }],
    ['another language', { locale: 'en-GB' }, { locale: 'en-GB' }],
  ])('tells %s with the whole user as users.info has it', async (_what, changes, told) => {
    const workspace = await start()
    const got: Envelope[] = []
    await rawBot(workspace, (envelope) => void got.push(envelope))
    workspace.updatePerson(AIKO, changes)
    await workspace.settled()
    const { user } = await call(workspace, 'users.info', { user: AIKO, include_locale: true }) as { user: Record<string, unknown> }
    const event = got[0]?.payload['event'] as { user: Record<string, unknown> }
    expect(event).toEqual({ type: 'user_change', user: { ...user, updated: expect.any(Number) }, cache_ts: expect.any(Number), event_ts: expect.stringMatching(/^\d+\.\d{6}$/) })
    expect(event.user).toMatchObject(told)
    expect(got).toHaveLength(1)
  })

  it('is not told to an app that did not subscribe', async () => {
    const workspace = await start({ manifest: MANIFEST.replace(', user_change', '') })
    const got: Envelope[] = []
    await rawBot(workspace, (envelope) => void got.push(envelope))
    workspace.updatePerson(AIKO, { deleted: true })
    await workspace.settled()
    expect(got).toEqual([])
  })
})

describe('Socket Mode', () => {
  it('delivers to any one of several connections, and asks to reconnect', async () => {
    const workspace = await start()
    let first = 0
    let second = 0
    const socket = await rawBot(workspace, () => void (first += 1))
    await rawBot(workspace, () => void (second += 1))
    expect(workspace.info().connection).toBe('socket')
    for (let i = 0; i < 4; i += 1) await command(workspace)
    expect([first, second]).toEqual([2, 2])
    const asked = new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))
    workspace.disconnectSockets('refresh_requested')
    expect(await asked).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  })

  it('tells a person at once when the bot dies under a command', async () => {
    const workspace = await start({ ackDeadlineMs: 60_000 })
    const socket = await rawBot(workspace, () => {
      socket.terminate()
      return SILENCE
    })
    expect(await workspace.act(AIKO, { do: 'command', channel: 'C0UPDATES', text: '/case' })).toMatchObject({ error: 'dispatch_failed' })
    await workspace.until(() => workspace.info().connection === 'none')
  })
})
