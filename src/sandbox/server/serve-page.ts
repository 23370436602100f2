/** The page's built files; any path without a file is the page itself. */
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { sendText } from './http.js'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

const POLICY =
  "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

export async function servePage(pageDir: string | undefined, response: ServerResponse, path: string): Promise<void> {
  if (pageDir === undefined) return sendText(response, 200, 'This workspace was started without its page.')
  const file = fileFor(pageDir, path)
  const found = (file === undefined ? undefined : await read(file)) ?? undefined
  if (found === undefined && extname(path) !== '' && extname(path) !== '.html') return sendText(response, 404, 'not found')
  const index = join(pageDir, 'index.html')
  const bytes = found ?? (await read(index))
  if (bytes === undefined) return sendText(response, 404, 'The page is not built.')
  response.writeHead(200, {
    'content-type': TYPES[extname(found === undefined ? index : (file ?? index))] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-cache',
  })
  response.end(bytes)
}

/** The file a path names, never one outside the folder. */
function fileFor(pageDir: string, path: string): string | undefined {
  const root = normalize(pageDir)
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  return file.startsWith(root.endsWith(sep) ? root : root + sep) && !file.includes('\0') ? file : undefined
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}
