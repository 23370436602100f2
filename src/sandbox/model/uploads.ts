/** Files the bot uploads: announced first, then brought, then shared. What is not shared is forgotten with the process. */
import { secret, slackId } from '../ids.js'
import type { World } from '../world.js'
import { safeName } from './files.js'

export interface Upload {
  /** What the file will be called by. */
  id: string
  name: string
  /** Bytes, as announced. */
  length: number
  bytes: Uint8Array | null
}

/** By the secret part of the address that takes the bytes. */
const uploads = new WeakMap<World, Map<string, Upload>>()

function all(world: World): Map<string, Upload> {
  const known = uploads.get(world) ?? new Map<string, Upload>()
  uploads.set(world, known)
  return known
}

/** The address that takes the bytes once, without a token: it is a secret itself. */
export function announceUpload(world: World, name: string, length: number): { id: string; url: string } {
  const key = secret()
  const id = slackId('F')
  all(world).set(key, { id, name: safeName(name), length, bytes: null })
  return { id, url: `${world.baseUrl}/upload/v1/${key}` }
}

/** False: nobody announced it, it was brought before, or it is not as long as announced. */
export function bringUpload(world: World, path: string, bytes: Uint8Array): boolean {
  const upload = all(world).get(path.split('/').pop() ?? '')
  if (!upload || upload.bytes !== null || upload.length !== bytes.byteLength) return false
  upload.bytes = bytes
  return true
}

/** The upload that was brought, taken from here; undefined: there is none. */
export function takeUpload(world: World, id: string): (Upload & { bytes: Uint8Array }) | undefined {
  for (const [key, upload] of all(world)) {
    const { bytes } = upload
    if (upload.id !== id || bytes === null) continue
    all(world).delete(key)
    return { ...upload, bytes }
  }
  return undefined
}

export function isBrought(world: World, id: string): boolean {
  return [...all(world).values()].some((upload) => upload.id === id && upload.bytes !== null)
}

const types: Record<string, string> = {
  csv: 'text/csv', eml: 'message/rfc822', gif: 'image/gif', jpg: 'image/jpeg', json: 'application/json', log: 'text/plain', md: 'text/markdown',
  pdf: 'application/pdf', png: 'image/png', txt: 'text/plain',
}

/** Told from its name. */
export function typeOf(name: string): string {
  return types[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
