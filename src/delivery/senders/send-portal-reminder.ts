import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import { portalReminder } from '../../slack/views/cases/portal-reminder.js'
import { directMessageOnce } from '../post-once.js'
import type { Send } from '../sending.js'
import { accountReader, caseForAccount } from './account-reader.js'

/** Reminds of what waits to be carried to the web portal by hand (CASE-9), while it still does. */
export const sendPortalReminder: Send<'portal_reminder'> = async (sending, attempt, { caseNumber, accountId, to }) => {
  const account = await accountReader(sending, accountId, to)
  const found = account && (await caseForAccount(sending, account.actor, caseNumber))
  const since = found?.value.portalWaitsSince
  if (!account || !found || !since) return { how: 'dropped', why: 'nothing waits to be carried over, or not for the account' }
  if (actionBlockedBy('copyForPortal', found.acted, account.actor, sending.now())) return { how: 'dropped', why: 'the account may not carry it over' }
  await directMessageOnce(sending, attempt, to.userId, portalReminder(found.value, since, account.reader))
  return { how: 'sent' }
}
