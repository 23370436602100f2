import { fileHeld } from '../../../slack/views/files/file-held.js'
import { findFileFacts } from '../../../store/files/attachments.js'
import { directMessageOnce } from '../../post-once.js'
import type { Send } from '../../sending.js'
import { accountReader, caseForAccount } from '../account-reader.js'

/** Tells a file's author what was found in it, masked, and asks whether it is to be released (CASE-2), while it is held back. */
export const sendFileHeld: Send<'file_held'> = async (sending, attempt, { attachmentId, to }) => {
  const file = await findFileFacts(sending.store.db, attachmentId)
  const author = file?.state === 'HELD' && file.addedById !== null ? await accountReader(sending, file.addedById, to) : null
  if (!file || !author || !(await caseForAccount(sending, author.actor, file.caseNumber))) {
    return { how: 'dropped', why: 'the file is not held back any more, or its author may not see the case' }
  }
  await directMessageOnce(sending, attempt, to.userId, fileHeld(file, author.reader))
  return { how: 'sent' }
}
