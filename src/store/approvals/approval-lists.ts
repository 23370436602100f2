import type { ApprovalKind, ApprovalValue } from '../../domain/approvals/approval.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { findApprovalValues } from './approval-values.js'

/** A page begins after the approval `after`. */
interface Page {
  after: string | null
  take: number
}

/** What the account is asked to decide, of `kinds`, those it may decide, oldest first. */
export function findWaitingFor(tx: Tx, accountId: string, kinds: readonly ApprovalKind[], { after, take }: Page): Promise<ApprovalValue[]> {
  return findApprovalValues(tx, { where: { AND: [waitingFor(accountId, kinds), after === null ? {} : { id: { gt: after } }] }, take })
}

/** What the account asked for: what waits, and what ended since `since`; newest first. */
export function findAskedBy(tx: Tx, accountId: string, since: Date, { after, take }: Page): Promise<ApprovalValue[]> {
  const where = { requesterId: accountId, OR: [{ state: 'PENDING' }, { decidedAt: { gte: since } }] } satisfies Prisma.ApprovalWhereInput
  return findApprovalValues(tx, { where: { AND: [where, after === null ? {} : { id: { lt: after } }] }, take, order: 'desc' })
}

export function countWaitingFor(tx: Tx, accountId: string, kinds: readonly ApprovalKind[]): Promise<number> {
  return tx.approval.count({ where: waitingFor(accountId, kinds) })
}

function waitingFor(accountId: string, kinds: readonly ApprovalKind[]): Prisma.ApprovalWhereInput {
  return { state: 'PENDING', kind: { in: [...kinds] }, requesterId: { not: accountId }, deciders: { some: { accountId, handedOnAt: null } } }
}
