import { caseFiled } from '../../slack/views/cases/case-filed.js'
import { lockedFiled } from '../../slack/views/cases/locked-card.js'
import { filingOrganization, slackReader, stillConcerned } from '../../store/cases/case-readers.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { waitsFor } from '../../store/filing/waiting-filings.js'
import { caseBlock } from './case-block.js'
import { sendAnswer } from '../send-answer.js'
import type { Send } from '../sending.js'

/** Tells the filer the case's number and, while it waits for approval, who decides, unless the customer went to another reseller meanwhile (SCOPE-3); nothing else while access is off (ACCESS-1). */
export const sendCaseFiled: Send<'case_filed'> = async (sending, attempt, { caseNumber, to }) => {
  const { db } = sending.store
  const filer = await filingOrganization(db, caseNumber)
  const concerned = filer ? await stillConcerned(db, caseNumber, [filer.id]) : []
  const card = concerned.length > 0 ? await loadCaseCard(db, caseNumber) : null
  if (!filer || !card) return { how: 'dropped', why: 'the case does not concern the filer any more' }
  const reader = (await slackReader(db, to)) ?? { locale: filer.language, timeZone: 'UTC' }
  const block = await caseBlock(sending, caseNumber, filer.id)
  await sendAnswer(sending, attempt, to, block ? lockedFiled({ ...card, block }, reader) : caseFiled(card, await waitsFor(db, caseNumber), reader))
  return { how: 'sent' }
}
