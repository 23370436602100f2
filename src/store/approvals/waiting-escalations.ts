import type { Tx } from '../open-store.js'

export interface WaitingEscalation {
  id: string
  requesterId: string
  at: Date
  /** For whom it waits, by name. */
  asked: string[]
}

/** The escalation of a case that the domain's managers were asked for and that waits still; null when none does. */
export async function findWaitingEscalation(tx: Tx, caseNumber: number, organizationId: string, now: Date): Promise<WaitingEscalation | null> {
  const row = await tx.approval.findFirst({
    where: { caseNumber, organizationId, kind: 'ESCALATION', state: 'PENDING', OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, requesterId: true, createdAt: true, deciders: { where: { handedOnAt: null }, select: { account: { select: { name: true } } } } },
  })
  if (!row) return null
  const { id, requesterId, createdAt: at, deciders } = row
  return { id, requesterId, at, asked: deciders.map(({ account }) => account.name).sort() }
}
