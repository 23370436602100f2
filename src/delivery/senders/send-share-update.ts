import { filingOrganization, findShare, stillConcerned } from '../../store/cases/case-readers.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { findToldEntry } from '../../store/cases/told-entries.js'
import { sendMail } from '../send-mail.js'
import type { Send } from '../sending.js'
import { caseBlock } from './case-block.js'
import { releasedFiles } from './released-files.js'
import { sharedKinds, shareUpdateEmail } from './share-update-email.js'

/**
 * Tells an address of an entry of a case's history (CASE-3), in the case's language, while the case is shared with it, is
 * the filing domain's and not locked. Never an internal note; of files those that are handed out at this moment (CASE-2).
 */
export const sendShareUpdate: Send<'share_update'> = async (sending, attempt, { caseNumber, email, entryId }) => {
  const { db } = sending.store
  const share = await findShare(db, caseNumber, email)
  const filer = await filingOrganization(db, caseNumber)
  if (!share || !filer || (await stillConcerned(db, caseNumber, [filer.id])).length === 0) {
    return { how: 'dropped', why: 'the case is not shared with the address any more' }
  }
  if (await caseBlock(sending, caseNumber, filer.id)) return { how: 'dropped', why: 'the case is locked' }
  const card = await loadCaseCard(db, caseNumber)
  const entry = await findToldEntry(db, caseNumber, entryId)
  if (!card || !entry || !sharedKinds.includes(entry.kind)) return { how: 'dropped', why: 'there is nothing to tell' }
  const { files: named = [] } = entry.data ?? {}
  const files = named.length === 0 ? [] : await releasedFiles(db, sending.files.dataDir, caseNumber, named.map(({ id }) => id))
  if (entry.kind === 'ATTACHMENT' && files.length === 0) return { how: 'dropped', why: 'no file of it is handed out' }

  const told = shareUpdateEmail({ card, entry, files: files.map(({ name }) => name) }, { locale: share.language, timeZone: share.timeZone })
  const attached = files.flatMap(({ name, path }) => (path === null ? [] : [{ name, path }]))
  await sendMail(sending, attempt, { ...told, to: email, ...(attached.length > 0 && { files: attached }) })
  return { how: 'sent' }
}
