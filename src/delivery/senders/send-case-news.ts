import { allowedActions } from '../../domain/cases/case-actions.js'
import { caseNews } from '../../slack/views/cases/case-news.js'
import { findToldEntryFor } from '../../store/cases/told-entries.js'
import { directMessageOnce } from '../post-once.js'
import type { Send } from '../sending.js'
import { accountReader, caseForAccount } from './account-reader.js'

/**
 * Tells one person of an entry of a case's history, its text with it: they may read it, which is decided anew when it is
 * sent. Never an internal note.
 */
export const sendCaseNews: Send<'case_news'> = async (sending, attempt, { caseNumber, entryId, accountId, to }) => {
  const account = await accountReader(sending, accountId, to)
  if (!account) return { how: 'dropped', why: 'the account is not in use, or somebody else’s' }
  const { actor, reader } = account
  const found = await caseForAccount(sending, actor, caseNumber)
  const entry = found && (await findToldEntryFor(sending.store.db, actor, caseNumber, entryId))
  if (!found || !entry) return { how: 'dropped', why: 'the account may not read it any more' }
  const yours = entry.kind === 'OWNER' && entry.data?.owner?.atDesk === false && found.acted.ownerId === accountId
  const may = allowedActions(found.acted, actor, sending.now())
  await directMessageOnce(sending, attempt, to.userId, caseNews({ kase: found.value, entry, may, yours }, reader))
  return { how: 'sent' }
}
