import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { neutralApproval } from '../../../slack/views/approvals/approval-message.js'
import { approvalReminder } from '../../../slack/views/approvals/approval-reminder.js'
import { findApprovalMessage, saveApprovalMessage } from '../../../store/approvals/approval-messages.js'
import type { ApprovalPlace } from '../../../store/outbox/outbox-payloads.js'
import { edited } from '../../edit-posted.js'
import type { Sending, Sent } from '../../sending.js'
import { askedReader, readerFor } from './approval-readers.js'

/**
 * Edits a reminder in place once it does not wait for the person any more (APPROVAL-3): decided, ended, or handed on.
 * Never posts: who was not reminded, or deleted the reminder, has the request's own message.
 */
export async function redrawReminder(sending: Sending, approval: ApprovalValue, place: ApprovalPlace & { at: 'reminder' }): Promise<Sent> {
  const posted = await findApprovalMessage(sending.store.db, approval.id, place)
  if (!posted) return { how: 'dropped', why: 'nobody was reminded there' }
  if (posted.shownVersion >= approval.version) return { how: 'sent' }
  const reader = await readerFor(sending, approval, place)
  const asked = await askedReader(sending, approval, place)
  const said = asked ? approvalReminder(approval, reader, asked.handedOnTo) : neutralApproval(reader)
  if (!(await edited(sending, posted, said))) return { how: 'dropped', why: 'the reminder was deleted' }
  const shownVersion = asked ? approval.version : 0
  return { how: 'sent', save: (tx) => saveApprovalMessage(tx, approval.id, place, { ...posted, shownVersion }) }
}
