import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileAddress } from '../../delivery/senders/files/file-address.js'
import { maxUploadBytes } from '../../domain/import/upload-limits.js'
import type { ReadItem } from '../../domain/import/import-problem.js'
import type { OpenUpload, UploadedFile, UploadProblem } from '../../slack/edge.js'
import { openImport } from './open-import.js'

export interface UploadsOf {
  client: WebClient
  token: string
  /** Another Web API than Slack's own. */
  apiUrl?: string
  fetch?: typeof globalThis.fetch
}

const timeoutMilliseconds = 60_000
const maxRedirects = 3

/**
 * Fetches an uploaded directory file from Slack into a temporary folder and opens it as the command line does. The bot's
 * token goes to Slack's file hosts and the configured API alone.
 */
export function uploads({ client, token, apiUrl, fetch = globalThis.fetch }: UploadsOf): OpenUpload {
  return async (file) => {
    const address = file.url || (await addressOf(client, file))
    if (address === null) return 'gone'
    const answer = await ask(address)
    if (typeof answer === 'string') return answer
    const folder = await mkdtemp(join(tmpdir(), 'onbehalf-upload-'))
    const close = (): Promise<void> => rm(folder, { recursive: true, force: true })
    try {
      const path = join(folder, safeName(file.name))
      const problem = await keep(answer, path, maxUploadBytes)
      if (problem) {
        await close()
        return problem
      }
      const source = await openImport(path)
      return { file: source.file, read: readOnce(source.read), close }
    } catch (error) {
      await close()
      throw error
    }
  }

  /** Follows redirects only to places that may have the token. */
  async function ask(first: string): Promise<Response | UploadProblem> {
    const signal = AbortSignal.timeout(timeoutMilliseconds)
    let address = first
    let base: URL | undefined
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const url = fileAddress(address, { ...(apiUrl && { apiUrl }), ...(base && { base }) })
      if (!url) return 'not_slack'
      const answer = await fetch(url.href, { redirect: 'manual', headers: { authorization: `Bearer ${token}` }, signal }).catch(() => null)
      if (!answer) return 'unreachable'
      const next = answer.headers.get('location')
      if (answer.status < 300 || answer.status >= 400 || !next) return checked(answer)
      await answer.body?.cancel()
      address = next
      base = url
    }
    return 'gone'
  }
}

/** Slack's address of a file that the form told only the id of; null: Slack does not have it, or does not say. */
async function addressOf(client: WebClient, { id }: UploadedFile): Promise<string | null> {
  try {
    const { file } = await client.files.info({ file: id })
    return file?.url_private_download ?? file?.url_private ?? null
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return null
    throw error
  }
}

/** Without the right to a file Slack answers 200 and a login page. */
async function checked(answer: Response): Promise<Response | UploadProblem> {
  const isPage = /^text\/html\b/i.test(answer.headers.get('content-type') ?? '')
  if (answer.ok && !isPage) return answer
  await answer.body?.cancel()
  return answer.ok || [403, 404, 410].includes(answer.status) ? 'gone' : 'unreachable'
}

/** Whatever size Slack told: no more than `maxBytes` are kept. */
async function keep(answer: Response, path: string, maxBytes: number): Promise<UploadProblem | null> {
  let size = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > maxBytes) throw new Error('too large')
      yield chunk
    }
  }
  try {
    await pipeline(counted(), createWriteStream(path, { mode: 0o600 }))
    return null
  } catch (error) {
    if (size > maxBytes) return 'too_large'
    // A full disk has a path; a connection that broke has none.
    if (error instanceof Error && 'path' in error) throw error
    return 'unreachable'
  }
}

/** A name that stays in its folder, and keeps its extension. */
function safeName(name: string): string {
  const bare = basename(name).replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(-100)
  return /^\.*$/.test(bare) ? 'file' : bare
}

/** The file is read twice, to check and to write: what was taken apart is kept, so that nobody is held up again. */
function readOnce(read: () => AsyncIterable<ReadItem>): () => AsyncIterable<ReadItem> {
  let kept: ReadItem[] | null = null
  return async function* () {
    if (kept) {
      yield* kept
      return
    }
    const items: ReadItem[] = []
    for await (const item of read()) {
      items.push(item)
      yield item
    }
    kept = items
  }
}
