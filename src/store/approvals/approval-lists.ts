import type { ApprovalKind, ApprovalValue } from '../../domain/approvals/approval.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { customersOf } from './approval-readers.js'
import { findApprovalValues } from './approval-values.js'

/** Whose list it is. */
export interface ListReader {
  accountId: string
  organizationId: string
}

/** A page begins after the approval `after`. */
interface Page {
  after: string | null
  take: number
}

/** What the account is asked to decide, of `kinds`, those it may decide, oldest first. */
export function findWaitingFor(tx: Tx, reader: ListReader, kinds: readonly ApprovalKind[], { after, take }: Page): Promise<ApprovalValue[]> {
  return findApprovalValues(tx, { where: { AND: [waitingFor(reader, kinds), after === null ? {} : { id: { gt: after } }] }, take })
}

/** What the account asked for: what waits, and what ended since `since`; newest first. */
export function findAskedBy(tx: Tx, reader: ListReader, since: Date, { after, take }: Page): Promise<ApprovalValue[]> {
  const where = { requesterId: reader.accountId, OR: [{ state: 'PENDING' }, { decidedAt: { gte: since } }] } satisfies Prisma.ApprovalWhereInput
  return findApprovalValues(tx, { where: { AND: [where, stillTheirs(reader), after === null ? {} : { id: { lt: after } }] }, take, order: 'desc' })
}

export function countWaitingFor(tx: Tx, reader: ListReader, kinds: readonly ApprovalKind[]): Promise<number> {
  return tx.approval.count({ where: waitingFor(reader, kinds) })
}

/** Nothing that names a customer which has gone to another reseller than the reader's, whose request it is (SCOPE-3). */
function stillTheirs({ organizationId }: ListReader): Prisma.ApprovalWhereInput {
  return { OR: [{ customerId: null }, { organizationId: { not: organizationId } }, { customer: customersOf(organizationId) }] }
}

function waitingFor(reader: ListReader, kinds: readonly ApprovalKind[]): Prisma.ApprovalWhereInput {
  const { accountId } = reader
  return { AND: [stillTheirs(reader)], state: 'PENDING', kind: { in: [...kinds] }, requesterId: { not: accountId }, deciders: { some: { accountId, handedOnAt: null } } }
}
