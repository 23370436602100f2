/** Keeps the state in a file: written whole beside the old one, then renamed over it, so it is never half written. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { State } from './state.js'

export interface Keeper {
  load(): State | undefined
  save(state: State): void
  writeBytes(fileId: string, bytes: Uint8Array): void
  readBytes(fileId: string): Uint8Array | undefined
  clear(): void
}

/** Without a path everything stays in memory. */
export function openKeeper(path: string | undefined): Keeper {
  return path === undefined ? memoryKeeper() : fileKeeper(path)
}

function memoryKeeper(): Keeper {
  const bytesOf = new Map<string, Uint8Array>()
  return {
    load: () => undefined,
    save: () => {},
    writeBytes: (fileId, bytes) => void bytesOf.set(fileId, bytes),
    readBytes: (fileId) => bytesOf.get(fileId),
    clear: () => bytesOf.clear(),
  }
}

function fileKeeper(path: string): Keeper {
  const folder = `${path}.files`
  mkdirSync(dirname(path), { recursive: true })
  mkdirSync(folder, { recursive: true })
  return {
    load() {
      if (!existsSync(path)) return undefined
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as State
      } catch (error) {
        // A file somebody edited or truncated is put aside rather than lost or fatal.
        renameSync(path, `${path}.broken`)
        throw new Error(`${path} is not readable as JSON; it was moved to ${path}.broken. Start again.`, { cause: error })
      }
    },
    save(state) {
      writeWhole(path, JSON.stringify(state))
    },
    writeBytes: (fileId, bytes) => writeWhole(join(folder, fileId), bytes),
    readBytes(fileId) {
      const file = join(folder, fileId)
      return existsSync(file) ? readFileSync(file) : undefined
    },
    clear() {
      rmSync(path, { force: true })
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
    },
  }
}

/** Outlives a killed process; no fsync, since nobody's sandbox has to outlive a power cut. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const next = `${path}.next`
  writeFileSync(next, content)
  renameSync(next, path)
}
