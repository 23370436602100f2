import type { ApprovalClosure, ApprovalPayload, ApprovalState } from '../../domain/approvals/approval.js'
import type { Tx } from '../open-store.js'
import { writePayload } from './approval-payload.js'

export interface NewApproval {
  id: string
  payload: ApprovalPayload
  organizationId: string
  requesterId: string
  customerId: number | null
  subscriptionId: string | null
  caseNumber: number | null
  createdAt: Date
  remindAt: Date
  expiresAt: Date
}

/** Writes the request and whom it asks. */
export async function createApproval(tx: Tx, { payload, ...approval }: NewApproval, deciderIds: readonly string[]): Promise<void> {
  await tx.approval.create({ data: { ...approval, kind: payload.kind, payload: writePayload(payload) } })
  await tx.approvalDecider.createMany({ data: deciderIds.map((accountId) => ({ approvalId: approval.id, accountId })) })
}

export interface ApprovalEnding {
  state: Exclude<ApprovalState, 'PENDING'>
  /** Null: it ended by itself. */
  decidedById: string | null
  decidedAt: Date
  comment: string | null
}

/** Ends an approval that waits; false when somebody was quicker. It is ended once. */
export async function endWaiting(tx: Tx, id: string, ending: ApprovalEnding): Promise<boolean> {
  const { count } = await tx.approval.updateMany({ where: { id, state: 'PENDING' }, data: { ...ending, version: { increment: 1 } } })
  return count === 1
}

/** Says why it is closed, in the transaction that ended it: where it was approved, what was asked for had become impossible. */
export async function closeEnded(tx: Tx, id: string, closedBecause: ApprovalClosure): Promise<void> {
  await tx.approval.updateMany({ where: { id, state: { in: ['APPROVED', 'CLOSED'] } }, data: { state: 'CLOSED', closedBecause } })
}

/** Asks another person in place of one; of an approval that is held. */
export async function handOn(tx: Tx, approvalId: string, { fromId, toId, now }: { fromId: string; toId: string; now: Date }): Promise<void> {
  await tx.approvalDecider.update({ where: { approvalId_accountId: { approvalId, accountId: fromId } }, data: { handedOnAt: now, handedOnToId: toId } })
  await tx.approvalDecider.create({ data: { approvalId, accountId: toId } })
  await tx.approval.updateMany({ where: { id: approvalId }, data: { version: { increment: 1 } } })
}

export async function markReminded(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.approval.updateMany({ where: { id }, data: { remindedAt: now } })
}
