import { createServer, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { signature } from '../../src/sandbox/transport/http.js'
import { AIKO, httpBot, start } from './start.js'

interface Got {
  headers: IncomingHttpHeaders
  body: string
}

/** A bot's HTTP side that answers what a test wants, and keeps what it got. */
async function rawHttpBot(answer: (got: Got, count: number) => { status?: number; body?: string; headers?: Record<string, string> }) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const one = { headers: request.headers, body }
      got.push(one)
      const { status = 200, body: reply = '', headers = {} } = answer(one, got.length)
      response.writeHead(status, headers).end(reply)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { got, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events` }
}

describe('HTTP mode', () => {
  it('signs as Slack’s own example does', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    )
  })

  it('takes a request URL only when the challenge comes back', async () => {
    const workspace = await start()
    const { url, got } = await rawHttpBot(() => ({ body: 'nope' }))
    await expect(workspace.setRequestUrl(url)).rejects.toThrow('challenge')
    expect(workspace.info().connection).toBe('none')
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ type: 'url_verification' })
  })

  it('is refused by a bot with another signing secret', async () => {
    const workspace = await start({ tokens: { bot: 'xoxb-test', signingSecret: 'another' } })
    await expect(httpBot(workspace, () => {})).rejects.toThrow('HTTP 401')
  })

  it('sends commands as a form, interactions as a payload, and looks at the certificate', async () => {
    const { url, got } = await rawHttpBot(() => ({ body: '{"text":"fine","response_type":"ephemeral"}', headers: { 'content-type': 'application/json' } }))
    const workspace = await start({ requestUrl: url })
    await workspace.act(AIKO, { do: 'command', channel: 'C0UPDATES', text: '/case new acme' })
    await workspace.act(AIKO, { do: 'global_shortcut', callbackId: 'file_case' })
    await workspace.checkSsl()
    const form = new URLSearchParams(got[0]?.body)
    expect([form.get('command'), form.get('text'), form.get('user_id')]).toEqual(['/case', 'new acme', AIKO])
    expect(got[0]?.headers['x-slack-signature']).toBe(signature('shh', Number(got[0]?.headers['x-slack-request-timestamp']), got[0]?.body ?? ''))
    expect(JSON.parse(new URLSearchParams(got[1]?.body).get('payload') ?? '')).toMatchObject({ type: 'shortcut', callback_id: 'file_case' })
    expect(got[2]?.body).toContain('ssl_check=1')
    expect(workspace.stateOf(AIKO).messages).toMatchObject([{ text: 'fine', ephemeralTo: AIKO }])
  })

  it('tries an event again with Slack’s headers, unless told not to', async () => {
    const { url, got } = await rawHttpBot((_got, count) => ({ status: count < 3 ? 500 : 200 }))
    const workspace = await start({ requestUrl: url })
    await workspace.act(AIKO, { do: 'open_home' })
    await workspace.settled()
    expect(got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined], ['1', 'http_error'], ['2', 'http_error'],
    ])
    const silent = await rawHttpBot(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }))
    const other = await start({ requestUrl: silent.url })
    await other.act(AIKO, { do: 'open_home' })
    await other.settled()
    expect(silent.got).toHaveLength(1)
  })

  it('tells the person when the bot fails, and lets broken payloads through on request', async () => {
    const workspace = await start()
    await httpBot(workspace, (app) => app.command('/case', async () => { throw new Error('oops') }))
    expect(await workspace.act(AIKO, { do: 'command', channel: 'C0UPDATES', text: '/case' })).toMatchObject({ ok: false, error: 'dispatch_failed' })
    expect(await workspace.sendRaw('interactive', '{"type":"block_actions"')).toMatchObject({ ok: false, error: 'http_error' })
  })
})
