import { approvalOutcome } from '../../../slack/views/approvals/approval-outcome.js'
import { findGrantAsked, findToldAccount } from '../../../store/approvals/approval-readers.js'
import { findApprovalValue } from '../../../store/approvals/approval-values.js'
import { directMessageOnce } from '../../post-once.js'
import type { Send } from '../../sending.js'
import { mayRead, readerFor } from './approval-readers.js'

/**
 * Tells the requester how it ended and what is next. Once the customer went to another reseller, only that it was closed
 * for that very reason, with nothing but what the requester asked for (SCOPE-3).
 */
export const sendApprovalOutcome: Send<'approval_outcome'> = async (sending, attempt, { approvalId, to }) => {
  const { db } = sending.store
  const approval = await findApprovalValue(db, approvalId)
  const requester = approval && (await findToldAccount(db, approval.requester.accountId))
  if (!approval || !requester || approval.state === 'PENDING') return { how: 'dropped', why: 'there is no outcome to tell' }
  // Somebody else's Slack user by now: the account says who it is.
  const isTheirs = requester.slack?.teamId === to.teamId && requester.slack.userId === to.userId
  if (!isTheirs || requester.status !== 'ACTIVE') return { how: 'dropped', why: 'the requester is not there any more' }
  const reads = await mayRead(sending, approval, requester.organization.id)
  if (!reads && approval.closedBecause !== 'customer_transferred') return { how: 'dropped', why: 'the customer is not the domain’s any more' }
  const look = { reader: await readerFor(sending, approval, to), now: sending.now(), grantAsked: await findGrantAsked(db, approval) }
  await directMessageOnce(sending, attempt, to.userId, approvalOutcome(reads ? approval : { ...approval, comment: null }, look))
  return { how: 'sent' }
}
