import { rm } from 'node:fs/promises'
import { isContentWanted } from '../../store/cases/attachments.js'
import type { Send } from '../sending.js'
import { keptFile } from './keep-file.js'

/**
 * Deletes a content from the data directory, unless a file of some case has it still, or again. Asked and done in one
 * transaction: with SQLite nobody can begin to keep the same meanwhile.
 */
export const dropFile: Send<'drop_file'> = async (sending, _attempt, { sha256 }) => {
  const wanted = await sending.store.transaction(async (tx) => {
    if (await isContentWanted(tx, sha256)) return true
    await rm(keptFile(sending.files.dataDir, sha256), { force: true })
    return false
  })
  return wanted ? { how: 'dropped', why: 'another file has the same content' } : { how: 'sent' }
}
