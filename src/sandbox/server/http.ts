/** Reading requests and writing answers. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Bytes of a request to the Web API or the page's API. */
export const MAX_BODY = 8 * 1024 * 1024
/** Bytes of an uploaded file; far above what the bot takes, so that its own limit can be tried. */
export const MAX_UPLOAD = 64 * 1024 * 1024

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage, max = MAX_BODY): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > max) throw new BodyTooLarge(`more than ${max} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(JSON.stringify(body))
}

export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' })
  response.end(text)
}

/** Names this machine has for itself; any other in `Host` is a page elsewhere that had its name point here. */
export function isOwnHost(request: IncomingMessage): boolean {
  return OWN_HOST.test(request.headers.host ?? '')
}

const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/** Whether a request comes from the page itself, or from no page at all. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  return origin === undefined || origin === `http://${request.headers.host ?? ''}`
}
