import { rm } from 'node:fs/promises'
import { holdContent, isContentWanted } from '../../../store/files/file-contents.js'
import type { Send } from '../../sending.js'
import { keptFile } from './keep-file.js'

/**
 * Deletes a content from the data directory, unless a file of some case has it still, or again. Asked and done in one
 * transaction that holds the content; who has just fetched the same looks for it on the disk once that is over.
 */
export const dropFile: Send<'drop_file'> = async (sending, _attempt, { sha256 }) => {
  const wanted = await sending.store.transaction(async (tx) => {
    await holdContent(tx, sha256)
    if (await isContentWanted(tx, sha256)) return true
    await rm(keptFile(sending.files.dataDir, sha256), { force: true })
    return false
  })
  return wanted ? { how: 'dropped', why: 'another file has the same content' } : { how: 'sent' }
}
