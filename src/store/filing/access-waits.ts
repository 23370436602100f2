import type { Tx } from '../open-store.js'

export interface WaitingRequest {
  createdAt: Date
  /** Those it waits for, by name. */
  asked: string[]
}

/** The newest request of a reseller domain about access to a customer that waits: for its own managers to agree, or for the customer. */
export async function findWaitingRequest(
  tx: Tx, kind: 'CONSENT' | 'ACCESS_REQUEST', { organizationId, customerId, now }: { organizationId: string; customerId: number; now: Date },
): Promise<WaitingRequest | null> {
  const approval = await tx.approval.findFirst({
    where: { kind, organizationId, customerId, state: 'PENDING', OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      createdAt: true,
      deciders: { where: { handedOnAt: null }, orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }], select: { account: { select: { name: true } } } },
    },
  })
  return approval && { createdAt: approval.createdAt, asked: approval.deciders.map(({ account }) => account.name) }
}
