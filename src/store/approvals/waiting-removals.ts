import type { Tx } from '../open-store.js'
import { readPayload } from './approval-payload.js'

/** The organization's request to remove a file that waits to be decided, and whom it waits for; null when none does. */
export async function findWaitingRemoval(
  tx: Tx, { caseNumber, attachmentId, organizationId }: { caseNumber: number; attachmentId: string; organizationId: string }, now: Date,
): Promise<{ at: Date; asked: string[] } | null> {
  const rows = await tx.approval.findMany({
    where: { caseNumber, organizationId, kind: 'ATTACHMENT_REMOVAL', state: 'PENDING', OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { payload: true, createdAt: true, deciders: { where: { handedOnAt: null }, select: { account: { select: { name: true } } } } },
  })
  const waiting = rows.find(({ payload }) => {
    const asked = readPayload('ATTACHMENT_REMOVAL', payload)
    return asked.kind === 'ATTACHMENT_REMOVAL' && asked.attachmentId === attachmentId
  })
  return waiting ? { at: waiting.createdAt, asked: waiting.deciders.map(({ account }) => account.name).sort() } : null
}
