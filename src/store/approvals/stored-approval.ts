import { approvalKinds } from '../../domain/approvals/approval.js'
import type { ApprovalClosure, ApprovalKind, ApprovalPayload, ApprovalState } from '../../domain/approvals/approval.js'
import { lockCustomer } from '../customers/customers.js'
import type { Tx } from '../open-store.js'
import { readClosure, readPayload } from './approval-payload.js'

/** An approval's row, with what it asks for read. */
export interface StoredApproval {
  id: string
  kind: ApprovalKind
  state: ApprovalState
  version: number
  payload: ApprovalPayload
  /** The domain whose policy and channel it belongs to. */
  organizationId: string
  requesterId: string
  customerId: number | null
  /** Null, too, once a case that was never filed is taken back. */
  caseNumber: number | null
  subscriptionId: string | null
  comment: string | null
  closedBecause: ApprovalClosure | null
  decidedById: string | null
  decidedAt: Date | null
  createdAt: Date
  remindAt: Date | null
  remindedAt: Date | null
  expiresAt: Date | null
}

const columns = {
  id: true, kind: true, state: true, version: true, payload: true, organizationId: true, requesterId: true, customerId: true, caseNumber: true,
  subscriptionId: true, comment: true, closedBecause: true, decidedById: true, decidedAt: true, createdAt: true, remindAt: true, remindedAt: true, expiresAt: true,
} as const

/** Null: there is none, or it is of a kind that has no action yet. */
export async function findStoredApproval(tx: Tx, id: string): Promise<StoredApproval | null> {
  const row = await tx.approval.findUnique({ where: { id }, select: columns })
  const kind = approvalKinds.find((known) => known === row?.kind)
  return row && kind ? { ...row, kind, payload: readPayload(kind, row.payload), closedBecause: readClosure(row.closedBecause) } : null
}

/**
 * The row, with everybody else who would end it or change its customer's access waiting until this transaction ends.
 * The customer first, as others take the two in that order.
 */
export async function holdApproval(tx: Tx, id: string): Promise<StoredApproval | null> {
  const found = await tx.approval.findUnique({ where: { id }, select: { customerId: true } })
  if (!found) return null
  if (found.customerId !== null) await lockCustomer(tx, found.customerId)
  await tx.approval.updateMany({ where: { id }, data: { version: { increment: 0 } } })
  return findStoredApproval(tx, id)
}
