/** A Web API on this machine that does what a test tells it, one call at a time. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Call {
  method: string
  args: Record<string, string>
}

export interface Said {
  channel: string
  ts: string
  text: string
  threadTs?: string
  metadata?: { event_type: string; event_payload: { id: string } }
}

/** `cut` ends the connection before anything is done, `lost` does it and ends the connection without an answer. */
export type Answer = 'cut' | 'lost' | { error: string } | { status: number; headers?: Record<string, string>; body?: string }

export interface FakeSlack {
  url: string
  apiUrl: string
  calls: Call[]
  /** What stands in the channels. */
  said: Said[]
  /** Whom `users.lookupByEmail` and `users.info` know, as Slack writes them. */
  users: { id: string; profile: { email: string }; [more: string]: unknown }[]
  /** What came to response_urls. */
  responses: { path: string; body: { text: string } }[]
  /** Requests for files, with the token they carried. */
  fileRequests: { path: string; authorization: string | undefined }[]
  /** What came to upload addresses. */
  uploads: { path: string; body: string; authorization: string | undefined }[]
  /** Where uploads are to go instead of here. */
  uploadsTo?: string
  /** Files that were shared in conversations. */
  shared: { channel: string; comment: string; files: object[] }[]
  /** The next calls of the method are answered so, in order; after that, as Slack would. */
  next(method: string, ...answers: Answer[]): void
  file(path: string, serve: (response: ServerResponse) => void): void
  methods(): string[]
  stop(): Promise<void>
}

export const channelIds: Record<string, string> = { 'case-updates': 'C0HIKARI' }

export async function startFakeSlack(): Promise<FakeSlack> {
  const answers = new Map<string, Answer[]>()
  const files = new Map<string, (response: ServerResponse) => void>()
  const slack: Omit<FakeSlack, 'url' | 'apiUrl' | 'stop'> = {
    calls: [],
    said: [],
    users: [],
    responses: [],
    fileRequests: [],
    uploads: [],
    shared: [],
    next: (method, ...more) => void answers.set(method, [...(answers.get(method) ?? []), ...more]),
    file: (path, serve) => void files.set(path, serve),
    methods: () => slack.calls.map((call) => call.method),
  }

  function run(method: string, args: Record<string, string>): object {
    const channel = args['channel'] ?? ''
    switch (method) {
      case 'chat.postMessage': {
        const said: Said = {
          channel: channel.startsWith('U') ? channel.replace('U', 'D') : (channelIds[channel] ?? channel),
          ts: `1800000000.${String(slack.said.length + 1).padStart(6, '0')}`,
          text: args['text'] ?? '',
          ...(args['thread_ts'] ? { threadTs: args['thread_ts'] } : {}),
          ...(args['metadata'] ? { metadata: JSON.parse(args['metadata']) as Said['metadata'] & object } : {}),
        }
        slack.said.push(said)
        return { ok: true, channel: said.channel, ts: said.ts }
      }
      case 'chat.update': {
        const said = slack.said.find((one) => one.channel === channel && one.ts === args['ts'])
        if (!said) return { ok: false, error: 'message_not_found' }
        said.text = args['text'] ?? ''
        return { ok: true, channel, ts: said.ts }
      }
      case 'conversations.open':
        return { ok: true, channel: { id: (args['users'] ?? '').replace('U', 'D') } }
      case 'conversations.history':
        return { ok: true, messages: slack.said.filter((one) => one.channel === channel && one.threadTs === undefined) }
      case 'conversations.replies':
        return { ok: true, messages: slack.said.filter((one) => one.channel === channel && one.threadTs === args['ts']) }
      case 'users.lookupByEmail': {
        const user = slack.users.find((one) => one.profile.email.toLowerCase() === args['email']?.toLowerCase())
        // Slack tells the language to `users.info` alone.
        return user ? { ok: true, user: { ...user, locale: undefined } } : { ok: false, error: 'users_not_found' }
      }
      case 'users.info': {
        const user = slack.users.find((one) => one.id === args['user'])
        return user ? { ok: true, user } : { ok: false, error: 'user_not_found' }
      }
      case 'files.getUploadURLExternal':
        return { ok: true, upload_url: `${slack.uploadsTo ?? here}/upload/${args['filename']}`, file_id: 'FUP' }
      case 'files.completeUploadExternal':
        slack.shared.push({ channel: args['channel_id'] ?? '', comment: args['initial_comment'] ?? '', files: JSON.parse(args['files'] ?? '[]') as object[] })
        return { ok: true, files: [] }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const path = request.url ?? '/'
    const key = path.startsWith('/api/') ? path.slice('/api/'.length) : path.startsWith('/hooks/') ? 'response_url' : path
    const answer = answers.get(key)?.shift()
    if (path.startsWith('/api/')) slack.calls.push({ method: key, args: Object.fromEntries(new URLSearchParams(body)) })
    if (path.startsWith('/files/')) slack.fileRequests.push({ path, authorization: request.headers.authorization })
    if (path.startsWith('/upload/')) slack.uploads.push({ path, body, authorization: request.headers.authorization })
    if (answer === 'cut') return void request.socket.destroy()
    if (typeof answer === 'object' && 'status' in answer) return void response.writeHead(answer.status, answer.headers).end(answer.body ?? '')
    if (typeof answer === 'object') return void response.end(JSON.stringify({ ok: false, error: answer.error }))
    if (path.startsWith('/files/')) {
      const serveFile = files.get(path)
      return serveFile ? serveFile(response) : void response.writeHead(404).end()
    }
    const done = path.startsWith('/api/') ? run(key, slack.calls.at(-1)!.args) : { ok: true }
    if (path.startsWith('/hooks/')) slack.responses.push({ path, body: JSON.parse(body) as { text: string } })
    if (answer === 'lost') return void request.socket.destroy()
    response.setHeader('content-type', 'application/json').end(JSON.stringify(done))
  }

  let here = ''
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  here = url
  return Object.assign(slack, {
    url,
    apiUrl: `${url}/api/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
