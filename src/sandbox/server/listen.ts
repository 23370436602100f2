/** The HTTP server on this machine only: Web API, Socket Mode, response URLs, files, the page and its API. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { useResponseUrl } from '../interactions/response-urls.js'
import { parseJson } from '../json.js'
import type { SocketSide } from '../transport/socket.js'
import { answerCall } from '../web-api/answer-call.js'
import type { Methods } from '../web-api/method.js'
import type { World } from '../world.js'
import { BodyTooLarge, isOwnHost, isOwnOrigin, readBody, sendJson, sendText } from './http.js'
import { servePageApi } from './page-api.js'
import { serveToBot, serveToPage, takeFromBot } from './serve-files.js'
import { servePage } from './serve-page.js'

export interface Rooms {
  world: World
  methods: Methods
  socket: SocketSide
  reset: () => void
}

/** Resolves with the server once it listens. */
export async function listen(rooms: Rooms, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    route(rooms, request, response).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return sendJson(response, 413, { ok: false, error: 'too_large' }, { connection: 'close' })
      rooms.world.options.log?.(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error' })
      else response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', rooms.world.baseUrl)
    if (!isOwnHost(request) || !isOwnOrigin(request) || url.pathname !== '/socket/') return socket.destroy()
    rooms.socket.upgrade(request, socket, head, url.searchParams.get('ticket'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

async function route(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = rooms
  if (!isOwnHost(request)) return sendText(response, 421, 'This server answers to 127.0.0.1 and localhost only.')
  const url = URL.parse(request.url ?? '/', world.baseUrl)
  if (!url) return sendText(response, 400, 'bad address')
  const path = url.pathname
  // No page elsewhere speaks for the bot either; the demo's token is no secret.
  if (!isOwnOrigin(request) && /^\/(api|hooks|files|upload)\//.test(path)) return sendText(response, 403, 'foreign origin')
  if (path.startsWith('/api/')) return webApi(rooms, request, response, url)
  if (path.startsWith('/hooks/')) return hook(world, request, response, path)
  if (path.startsWith('/files/')) return serveToBot(world, request, response, path)
  if (path.startsWith('/upload/')) return takeFromBot(world, request, response, path)
  if (path.startsWith('/sandbox/files/')) return serveToPage(world, response, path)
  if (path.startsWith('/sandbox/api/')) return servePageApi(world, rooms.reset, request, response, url)
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'only GET here')
  return servePage(world.options.pageDir, response, decodePath(path))
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}

async function webApi(rooms: Rooms, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const answer = await answerCall(rooms.world, rooms.methods, {
    method: url.pathname.slice('/api/'.length),
    contentType: request.headers['content-type'] ?? '',
    authorization: request.headers.authorization ?? '',
    body: (await readBody(request)).toString('utf8'),
    query: url.searchParams,
  })
  if ('cut' in answer) return void request.socket.destroy()
  sendJson(response, answer.status, answer.body, answer.headers)
}

async function hook(world: World, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const body = parseJson((await readBody(request)).toString('utf8'))
  const fault = world.faults.take('response_url')
  if (fault?.kind === 'refused') return void request.socket.destroy()
  if (fault?.kind === 'rate_limited') {
    return sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter ?? 1) })
  }
  if (fault?.kind === 'error') return sendJson(response, 500, { ok: false, error: fault.error ?? 'internal_error' })
  const answer = useResponseUrl(world, path.split('/').pop() ?? '', body)
  if (fault?.kind === 'lost_answer') return void request.socket.destroy()
  if (answer.status === 200) return sendText(response, 200, 'ok')
  sendJson(response, answer.status, answer.body)
}
