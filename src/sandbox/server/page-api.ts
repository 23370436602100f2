/** `/sandbox/api/*`: what the page asks of the workspace and what people do on it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import { act } from '../interactions/act.js'
import { suggestOptions } from '../interactions/act-element.js'
import { asText, parseJson } from '../json.js'
import { sharedFile, uploadFile } from '../model/files.js'
import { personState } from '../model/person-state.js'
import { findPerson, moveClock, workspaceInfo, type World } from '../world.js'
import { isOwnOrigin, MAX_UPLOAD, readBody, sendJson } from './http.js'
import { actSchema, clockSchema, faultSchema, suggestSchema } from './page-schemas.js'
import { streamEvents } from './stream-events.js'

export async function servePageApi(
  world: World,
  reset: () => void,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/sandbox/api/'.length).split('/')
  if (request.method === 'GET') return read(world, request, response, path, url)
  if (request.method !== 'POST') return sendJson(response, 405, { ok: false, error: 'method_not_allowed' })
  if (!isOwnOrigin(request)) return sendJson(response, 403, { ok: false, error: 'foreign_origin' })
  return write(world, reset, request, response, path, url)
}

function read(world: World, request: IncomingMessage, response: ServerResponse, path: string[], url: URL): void {
  const [first, second, third] = path
  if (first === 'workspace' && path.length === 1) return sendJson(response, 200, workspaceInfo(world))
  if (first === 'traffic' && path.length === 1) return sendJson(response, 200, world.traffic.all())
  if (first === 'events' && path.length === 1) return streamEvents(world, request, response, url.searchParams.get('person'))
  if (first === 'people' && second !== undefined && third === undefined && findPerson(world, second)) {
    return sendJson(response, 200, personState(world, second))
  }
  sendJson(response, 404, { ok: false, error: 'not_found' })
}

async function write(
  world: World,
  reset: () => void,
  request: IncomingMessage,
  response: ServerResponse,
  path: string[],
  url: URL,
): Promise<void> {
  const [first, personId = '', verb] = path
  if (first === 'people') {
    const person = findPerson(world, personId)
    if (!person) return sendJson(response, 404, { ok: false, error: 'user_not_found' })
    if (verb === 'files') {
      const bytes = await readBody(request, MAX_UPLOAD)
      const type = asText(request.headers['content-type']) ?? 'application/octet-stream'
      const file = uploadFile(world, person.id, url.searchParams.get('name') ?? 'file', type.split(';')[0] ?? type, bytes)
      return sendJson(response, 200, { file: sharedFile(file) })
    }
    if (verb === 'act') {
      return withBody(request, response, actSchema, async (what) => sendJson(response, 200, await act(world, person.id, what)))
    }
    if (verb === 'suggest') {
      return withBody(request, response, suggestSchema, async (ask) => sendJson(response, 200, await suggestOptions(world, person, ask)))
    }
  }
  if (path.length === 1 && first === 'clock') {
    return withBody(request, response, clockSchema, ({ by }) => {
      try {
        moveClock(world, by)
        sendJson(response, 200, workspaceInfo(world))
      } catch (error) {
        sendJson(response, 400, { ok: false, error: 'invalid_clock', words: error instanceof Error ? error.message : String(error) })
      }
    })
  }
  if (path.length === 1 && first === 'faults') {
    return withBody(request, response, faultSchema, (fault) => {
      world.faults.add(fault)
      sendJson(response, 200, { ok: true })
    })
  }
  if (path.length === 1 && first === 'reset') {
    reset()
    return sendJson(response, 200, { ok: true })
  }
  sendJson(response, 404, { ok: false, error: 'not_found' })
}

async function withBody<T>(
  request: IncomingMessage,
  response: ServerResponse,
  schema: z.ZodType<T>,
  go: (body: T) => void | Promise<void>,
): Promise<void> {
  const parsed = schema.safeParse(parseJson((await readBody(request)).toString('utf8')))
  if (parsed.success) return go(parsed.data)
  sendJson(response, 400, { ok: false, error: 'invalid_request', words: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') })
}
