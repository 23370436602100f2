import { filingOrganization, findShare, stillConcerned } from '../../store/cases/case-readers.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { caseBlock } from './case-block.js'
import { SendFailure, type Failure } from '../failure.js'
import type { Send } from '../sending.js'
import { lockedShareEmail, shareEmail } from './share-email.js'

/** Tells an address that a case is shared with it (CASE-3), in the case's language, while it still is. */
export const sendShareEmail: Send<'share_email'> = async (sending, attempt, { caseNumber, email }) => {
  const { db } = sending.store
  const share = await findShare(db, caseNumber, email)
  const filer = await filingOrganization(db, caseNumber)
  const card = share && filer && (await stillConcerned(db, caseNumber, [filer.id])).length > 0 ? await loadCaseCard(db, caseNumber) : null
  if (!share || !filer || !card) return { how: 'dropped', why: 'the case is not shared with the address any more' }
  if (!sending.mail) throw new SendFailure({ how: 'give_up', words: 'no mail server is set: ONBEHALF_SMTP_URL' })
  const reader = { locale: share.language, timeZone: share.timeZone }
  const locked = await caseBlock(sending, caseNumber, filer.id)
  try {
    await sending.mail.send({ ...(locked ? lockedShareEmail(card, reader) : shareEmail(card, reader)), to: email, uid: attempt.row.uid })
  } catch (error) {
    throw new SendFailure(ofMailError(error))
  }
  return { how: 'sent' }
}

/** The mail server's 5xx is final, everything else passes; there is no looking for an email, but its id stays the same. */
function ofMailError(error: unknown): Failure {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const login = error instanceof Error && 'code' in error && error.code === 'EAUTH'
  return { how: code >= 500 && !login ? 'give_up' : 'retry', words: mailWords(error) }
}

/** What the admin is told: the server's codes, or those of the connection. Its words may name the people written to. */
function mailWords(error: unknown): string {
  if (!(error instanceof Error)) return 'mail failed'
  if (!('responseCode' in error)) return `mail: ${'code' in error ? String(error.code) : error.name}`
  const enhanced = 'response' in error ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(error.response))?.[1] : undefined
  return ['SMTP', String(error.responseCode), ...(enhanced ? [enhanced] : [])].join(' ')
}
