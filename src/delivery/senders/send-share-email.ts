import { filingOrganization, findShare, stillConcerned } from '../../store/cases/case-readers.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { caseBlock } from './case-block.js'
import { sendMail } from '../send-mail.js'
import type { Send } from '../sending.js'
import { lockedShareEmail, shareEmail } from './share-email.js'

/** Tells an address that a case is shared with it (CASE-3), in the case's language, while it still is. */
export const sendShareEmail: Send<'share_email'> = async (sending, attempt, { caseNumber, email }) => {
  const { db } = sending.store
  const share = await findShare(db, caseNumber, email)
  const filer = await filingOrganization(db, caseNumber)
  const card = share && filer && (await stillConcerned(db, caseNumber, [filer.id])).length > 0 ? await loadCaseCard(db, caseNumber) : null
  if (!share || !filer || !card) return { how: 'dropped', why: 'the case is not shared with the address any more' }
  const reader = { locale: share.language, timeZone: share.timeZone }
  const locked = await caseBlock(sending, caseNumber, filer.id)
  await sendMail(sending, attempt, { ...(locked ? lockedShareEmail(card, reader) : shareEmail(card, reader)), to: email })
  return { how: 'sent' }
}
