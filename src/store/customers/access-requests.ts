import type { WaitingRequest } from '../../domain/access/missing-access.js'
import { readPayload } from '../approvals/approval-payload.js'
import type { Tx } from '../open-store.js'
import type { LedgerPair } from './access-ledger.js'

export interface WaitingAccessRequest extends WaitingRequest {
  requesterId: string
}

/** What waits to be decided about the access of a reseller domain to a customer, newest first; nothing that has expired. */
export async function findWaitingRequests(tx: Tx, { customerId, resellerId }: LedgerPair, now: Date): Promise<WaitingAccessRequest[]> {
  const rows = await tx.approval.findMany({
    where: {
      customerId, organizationId: resellerId, state: 'PENDING', kind: { in: ['ACCESS_REQUEST', 'CONSENT', 'RECORDED_GRANT'] },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      kind: true, payload: true, subscriptionId: true, requesterId: true, createdAt: true,
      deciders: { where: { handedOnAt: null }, select: { account: { select: { name: true } } } },
    },
  })
  return rows.flatMap(({ kind, payload, subscriptionId, requesterId, createdAt, deciders }) => {
    if (kind !== 'ACCESS_REQUEST' && kind !== 'CONSENT' && kind !== 'RECORDED_GRANT') return []
    const asked = readPayload(kind, payload)
    const common = { kind, requesterId, at: createdAt, asked: deciders.map(({ account }) => account.name).sort() }
    if (asked.kind === 'ACCESS_REQUEST') return [{ ...common, turnOn: asked.turnOn, subscriptionIds: asked.subscriptionIds }]
    // A recorded grant without a subscription is of the switch.
    return [{ ...common, turnOn: kind === 'RECORDED_GRANT' && subscriptionId === null, subscriptionIds: subscriptionId === null ? [] : [subscriptionId] }]
  })
}
