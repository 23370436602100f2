/** A workspace with three people and a bot, for the stand-in's own tests. */
import { createServer } from 'node:http'
import { App, LogLevel } from '@slack/bolt'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Person } from '../../src/sandbox/protocol.js'
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/sandbox/workspace.js'

export const MANIFEST = `
display_information: { name: Onbehalf }
features:
  app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false }
  bot_user: { display_name: Onbehalf }
  slash_commands:
    - { command: /case, description: Cases, usage_hint: "new [customer]" }
    - { command: /portal, description: Who I am }
  shortcuts:
    - { name: File a case, type: global, callback_id: file_case, description: Files a case }
    - { name: File case from message, type: message, callback_id: file_from_message, description: Files a case }
oauth_config:
  scopes:
    bot: [commands, "chat:write", "im:write", "users:read", "users:read.email", "files:read", "files:write", "channels:history", "im:history"]
    bot_optional: ["channels:history", "im:history"]
settings:
  interactivity: { is_enabled: true }
  event_subscriptions: { bot_events: [app_home_opened, message.im, user_change] }
  socket_mode_enabled: true
`

function person(id: string, name: string, locale: string, timeZone: string): Person {
  return { id, name, email: `${(name.split(' ')[0] ?? name).toLowerCase()}@hikari.example`, locale, timeZone, title: 'Agent' }
}

export const AIKO = 'U0AIKO'
export const DANA = 'U0DANA'
export const SVEN = 'U0SVEN'
export const TOKENS = { bot: 'xoxb-test', app: 'xapp-test', signingSecret: 'shh' }

export function options(more: Partial<WorkspaceOptions> = {}): WorkspaceOptions {
  return {
    cast: {
      team: { id: 'T0TEAM', name: 'Hikari Support' },
      bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0APP', name: 'onbehalf' },
      people: [
        person(AIKO, 'Aiko Tanaka', 'ja-JP', 'Asia/Tokyo'),
        person(DANA, 'Dana Reed', 'en-US', 'America/New_York'),
        person(SVEN, 'Sven Berg', 'sv-SE', 'Europe/Stockholm'),
      ],
      channels: [
        channel('C0UPDATES', 'case-updates', false, [AIKO, DANA, SVEN], true),
        channel('C0RANDOM', 'random', false, [AIKO, DANA, SVEN], false),
        channel('C0SECRET', 'approvals', true, [DANA], true),
        channel('C0HIDDEN', 'hidden', true, [DANA], false),
      ],
    },
    manifest: MANIFEST,
    tokens: TOKENS,
    eventRetryDelaysMs: [0, 0, 0],
    ...more,
  }
}

function channel(id: string, name: string, isPrivate: boolean, members: string[], botIsMember: boolean) {
  return { id, name, kind: 'channel' as const, isPrivate, topic: '', members, botIsMember }
}

export async function start(more: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await startWorkspace(options(more))
  onTestFinished(() => workspace.stop())
  return workspace
}

const QUIET = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => LogLevel.ERROR }

/** A real Bolt app in Socket Mode, connected. */
export async function socketBot(workspace: Workspace, listen: (app: App) => void): Promise<App> {
  const app = new App({
    token: TOKENS.bot,
    appToken: TOKENS.app,
    socketMode: true,
    logger: QUIET,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  })
  listen(app)
  await app.start()
  onTestFinished(async () => void (await app.stop()))
  return app
}

/** A real Bolt app in HTTP mode, with its request URL registered. */
export async function httpBot(workspace: Workspace, listen: (app: App) => void): Promise<App> {
  const port = await freePort()
  const app = new App({
    token: TOKENS.bot,
    signingSecret: TOKENS.signingSecret,
    logger: QUIET,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  })
  listen(app)
  await app.start(port)
  onTestFinished(async () => void (await app.stop()))
  await workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  return app
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A Web API call as the bot makes it. */
export async function call(
  workspace: Workspace,
  method: string,
  args: Record<string, unknown> = {},
  token: string | undefined = TOKENS.bot,
): Promise<Record<string, unknown>> {
  const response = await fetch(workspace.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  })
  return (await response.json()) as Record<string, unknown>
}

export interface Envelope {
  envelope_id: string
  type: string
  payload: Record<string, unknown>
  retry_attempt?: number
  retry_reason?: string
}

/** Said by a raw bot that lets a deadline pass. */
export const SILENCE = Symbol('silence')

/** A Socket Mode client that answers exactly what a test wants; a real Bolt app would not say such things. */
export async function rawBot(workspace: Workspace, answer: (envelope: Envelope) => unknown): Promise<WebSocket> {
  const { url } = await call(workspace, 'apps.connections.open', {}, TOKENS.app)
  const socket = new WebSocket(String(url))
  onTestFinished(() => socket.terminate())
  const hello = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Envelope
      if (message.type === 'hello') return resolve()
      const payload = message.type === 'disconnect' ? SILENCE : answer(message)
      if (payload !== SILENCE) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }))
    })
  })
  await hello
  return socket
}

export const text = (words: string) => ({ type: 'plain_text', text: words })

/** A modal with one text input. */
export function modal(more: Record<string, unknown> = {}): Record<string, unknown> {
  const element = { type: 'plain_text_input', action_id: 'value' }
  return {
    type: 'modal',
    callback_id: 'form',
    title: text('Form'),
    submit: text('Send'),
    blocks: [{ type: 'input', block_id: 'field', label: text('Field'), element }],
    ...more,
  }
}

/** Types a command as that person and returns the trigger and response URL that the bot got. */
export async function command(workspace: Workspace, personId = AIKO, typed = '/case new'): Promise<{ trigger_id: string; response_url: string }> {
  const before = workspace.traffic().length
  await workspace.act(personId, { do: 'command', channel: 'C0UPDATES', text: typed })
  const sent = workspace.traffic().slice(before).find((item) => item.kind === 'command')
  return sent?.request as { trigger_id: string; response_url: string }
}
