import { approvalReminder } from '../../../slack/views/approvals/approval-reminder.js'
import { findApprovalMessage, saveApprovalMessage } from '../../../store/approvals/approval-messages.js'
import { findApprovalValue } from '../../../store/approvals/approval-values.js'
import type { ApprovalPlace, Recipient } from '../../../store/outbox/outbox-payloads.js'
import { enqueue } from '../../../store/outbox/outbox.js'
import { findPosted, type Posted } from '../../find-posted.js'
import { directMessageId, directMessageOnce } from '../../post-once.js'
import type { Attempt, Send, Sending, Sent } from '../../sending.js'
import { askedReader, readerFor, stillWaits } from './approval-readers.js'

/**
 * Reminds a person who is asked (APPROVAL-3), while it still waits for that person. Where the reminder stands is kept:
 * it is edited when it does not wait any more.
 */
export const sendApprovalReminder: Send<'approval_reminder'> = async (sending, attempt, { approvalId, to }) => {
  const approval = await findApprovalValue(sending.store.db, approvalId)
  if (!approval) return { how: 'dropped', why: 'the request is gone' }
  // Two accounts of one person are asked, say.
  if (await findApprovalMessage(sending.store.db, approvalId, reminderOf(to))) return { how: 'dropped', why: 'the person was reminded already' }
  const asked = stillWaits(sending, approval) ? await askedReader(sending, approval, to) : null
  if (!asked || asked.handedOnTo !== null) {
    // A former attempt may have posted it.
    const posted = attempt.unknown ? await takeUp(sending, attempt, to.userId) : null
    return posted ? keep(sending, attempt, { approvalId, to, posted, shownVersion: 0 }) : { how: 'dropped', why: 'it does not wait for the person any more' }
  }
  const posted = await directMessageOnce(sending, attempt, to.userId, approvalReminder(approval, await readerFor(sending, approval, to), null))
  return keep(sending, attempt, { approvalId, to, posted, shownVersion: posted.found ? 0 : approval.version })
}

async function takeUp(sending: Sending, attempt: Attempt, userId: string): Promise<Posted | null> {
  const channel = await directMessageId(sending, userId)
  return channel === null ? null : findPosted(sending, attempt, { channel })
}

const reminderOf = ({ teamId, userId }: Recipient): ApprovalPlace => ({ at: 'reminder', teamId, userId })

/** One that was posted by a former attempt may show an older state, and is drawn anew. */
function keep(sending: Sending, { row }: Attempt, { approvalId, to, posted, shownVersion }: { approvalId: string; to: Recipient; posted: Posted; shownVersion: number }): Sent {
  const place = reminderOf(to)
  return {
    how: 'sent',
    save: async (tx) => {
      await saveApprovalMessage(tx, approvalId, place, { channelId: posted.channel, ts: posted.ts, shownVersion })
      if (shownVersion > 0) return
      await enqueue(tx, { message: { kind: 'approval_message', approvalId, place }, dedupeKey: `${row.uid}:found`, uid: `${row.uid}-found`, now: sending.now() })
    },
  }
}
