import { findHandedOutFiles } from '../../store/files/attachments.js'
import type { Tx } from '../../store/open-store.js'
import { keptFile } from './files/keep-file.js'

/** Bytes of files that go with one email. */
export const mostAttached = 10 * 1024 * 1024

/** A file of a case that shares may have. */
export interface ReleasedFile {
  id: string
  name: string
  mimeType: string
  size: number
  /** Where its content is; null: it is named in the email and not attached, for there is no room for it. */
  path: string | null
}

/**
 * The files of a case that are handed out at this moment, in the order they were added; of `ids` only, when given. The first
 * of them that fit are attached.
 */
export async function releasedFiles(tx: Tx, dataDir: string, caseNumber: number, ids?: readonly string[]): Promise<ReleasedFile[]> {
  let room = mostAttached
  return (await findHandedOutFiles(tx, caseNumber)).filter(({ id }) => ids?.includes(id) ?? true).map(({ sha256, ...file }) => {
    const fits = sha256 !== null && file.size <= room
    if (fits) room -= file.size
    return { ...file, path: fits ? keptFile(dataDir, sha256) : null }
  })
}
