import { approvalReminder } from '../../slack/views/approvals/approval-reminder.js'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { directMessageOnce } from '../post-once.js'
import type { Send } from '../sending.js'
import { askedReader, readerFor, stillWaits } from './approval-readers.js'

/** Reminds a person who is asked (APPROVAL-3), while it still waits for that person. */
export const sendApprovalReminder: Send<'approval_reminder'> = async (sending, attempt, { approvalId, to }) => {
  const approval = await findApprovalValue(sending.store.db, approvalId)
  const asked = approval && stillWaits(sending, approval) ? await askedReader(sending, approval, to) : null
  if (!approval || !asked || asked.handedOnTo !== null) return { how: 'dropped', why: 'it does not wait for the person any more' }
  await directMessageOnce(sending, attempt, to.userId, approvalReminder(approval, await readerFor(sending, approval, to)))
  return { how: 'sent' }
}
