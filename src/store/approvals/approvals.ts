import type { AccountActor } from '../../domain/actor.js'
import type { Tx } from '../open-store.js'

export interface AccessRequest {
  createdAt: Date
  /** It waits to be decided, and has not expired. */
  waits: boolean
  /** The names of those who were asked, by name. */
  asked: string[]
}

/** The newest request of a reseller domain for access to a customer, if there ever was one. */
export async function findLatestAccessRequest(tx: Tx, organizationId: string, customerId: number, now: Date): Promise<AccessRequest | null> {
  const approval = await tx.approval.findFirst({
    where: { kind: 'ACCESS_REQUEST', organizationId, customerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { state: true, createdAt: true, expiresAt: true, deciders: { select: { account: { select: { name: true } } } } },
  })
  if (!approval) return null
  const { state, createdAt, expiresAt, deciders } = approval
  return {
    createdAt,
    waits: state === 'PENDING' && (expiresAt === null || expiresAt > now),
    asked: deciders.map(({ account }) => account.name).sort(),
  }
}

export interface NewAccessRequest {
  id: string
  customerId: number
  deciderIds: readonly string[]
  /** What is asked for. */
  payload: { resellerDomain: string }
  createdAt: Date
  remindAt: Date
  expiresAt: Date
}

/** Asks the customer's super admins for access (APPROVAL-1). */
export async function createAccessRequest(tx: Tx, actor: AccountActor, { deciderIds, ...request }: NewAccessRequest): Promise<void> {
  await tx.approval.create({
    data: { ...request, kind: 'ACCESS_REQUEST', organizationId: actor.organizationId, requesterId: actor.accountId },
  })
  await tx.approvalDecider.createMany({ data: deciderIds.map((accountId) => ({ approvalId: request.id, accountId })) })
}
