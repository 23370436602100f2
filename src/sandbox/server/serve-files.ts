/** Uploaded files: for the bot with its token, for the page by an address nobody can guess. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { nowMs, type World } from '../world.js'
import type { StoredFile } from '../state.js'
import { bringUpload } from '../model/uploads.js'
import { MAX_UPLOAD, readBody, sendText } from './http.js'

/** Types that a browser may show by itself; everything else is a download. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** `/files/<team>-<file>/[download/]<name>`. Without a good token Slack answers 200 and a login page, and so does this. */
export function serveToBot(world: World, request: IncomingMessage, response: ServerResponse, path: string): void {
  const file = world.state.files[/^\/files\/[^/-]+-([A-Z0-9]+)\//.exec(path)?.[1] ?? '']
  const token = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const allowed = token === world.options.tokens.bot && world.scopes.has('files:read')
  const fault = world.faults.take('file')
  const bytes = file && world.keeper.readBytes(file.id)
  const log = (ok: boolean, error?: string) =>
    world.traffic.add({
      at: nowMs(world), direction: 'from_bot', kind: 'file', name: file?.name ?? path, ok,
      ...(error !== undefined && { error }), milliseconds: 0, request: { path }, response: null,
    })
  if (fault?.kind === 'refused' || fault?.kind === 'lost_answer') {
    log(false, `${fault.kind}: the connection was cut`)
    request.destroy()
    return
  }
  if (!allowed) {
    log(false, 'the login page was served')
    sendText(response, 200, '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>', 'text/html; charset=utf-8')
    return
  }
  if (fault || !file || !bytes) {
    log(false, fault ? (fault.error ?? fault.kind) : 'file_not_found')
    const status = fault?.kind === 'rate_limited' ? 429 : fault ? 500 : 404
    if (fault?.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter))
    sendText(response, status, 'no file')
    return
  }
  log(true)
  writeFile(response, file, bytes)
}

/** `/upload/v1/<secret>`: the bytes of a file that the bot announced. */
export async function takeFromBot(world: World, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const bytes = await readBody(request, MAX_UPLOAD)
  const fault = world.faults.take('upload')
  const taken = fault === undefined && request.method === 'POST' && bringUpload(world, path, bytes)
  world.traffic.add({
    at: nowMs(world), direction: 'from_bot', kind: 'file', name: 'upload', ok: taken, ...(!taken && { error: fault?.error ?? fault?.kind ?? 'not taken' }),
    milliseconds: 0, request: { bytes: bytes.byteLength }, response: null,
  })
  if (fault?.kind === 'refused' || fault?.kind === 'lost_answer') return void request.destroy()
  sendText(response, taken ? 200 : fault ? 500 : 400, taken ? `OK - ${bytes.byteLength}` : 'not taken')
}

/** `/sandbox/files/<file>/<key>/<name>`. */
export function serveToPage(world: World, response: ServerResponse, path: string): void {
  const [, id = '', key] = /^\/sandbox\/files\/([A-Z0-9]+)\/([a-f0-9]+)\//.exec(path) ?? []
  const file = world.state.files[id]
  const bytes = file && world.keeper.readBytes(file.id)
  if (!file || !bytes || file.key !== key) return sendText(response, 404, 'no such file')
  writeFile(response, file, bytes)
}

function writeFile(response: ServerResponse, file: StoredFile, bytes: Uint8Array): void {
  const shown = SHOWN.has(file.mimetype)
  response.writeHead(200, {
    'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(file.mimetype) ? file.mimetype : 'application/octet-stream',
    'content-length': String(bytes.byteLength),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  response.end(bytes)
}

/** RFC 5987. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
