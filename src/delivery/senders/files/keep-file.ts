import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the content with that hash is kept. */
export function keptFile(dataDir: string, sha256: string): string {
  return join(dataDir, 'attachments', sha256.slice(0, 2), sha256)
}

export async function isKept(dataDir: string, sha256: string): Promise<boolean> {
  return (await stat(keptFile(dataDir, sha256)).catch(() => null)) !== null
}

/**
 * Keeps what `chunks` bring under its content hash, whole or not at all. Null when there are more than `maxBytes`
 * bytes: nothing more is read, nothing is kept. `key` names the unfinished file, so that a second try replaces it.
 */
export async function keepFile(
  chunks: AsyncIterable<Uint8Array>,
  where: { dataDir: string; key: string; maxBytes: number },
): Promise<{ sha256: string; size: number } | null> {
  const folder = join(where.dataDir, 'attachments')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `${where.key}.part`)
  try {
    const file = await open(unfinished, 'w', 0o600)
    const content = await write(file, chunks, where.maxBytes).finally(() => file.close())
    if (!content) return null
    const kept = keptFile(where.dataDir, content.sha256)
    await mkdir(join(kept, '..'), { recursive: true, mode: 0o700 })
    await rename(unfinished, kept)
    await flushFolder(join(kept, '..'))
    return content
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function write(file: FileHandle, chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ sha256: string; size: number } | null> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) return null
    hash.update(chunk)
    await file.writeFile(chunk)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), size }
}

/** A rename survives a power cut only once its folder is on the disk. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
