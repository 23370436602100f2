import { approvalKinds } from '../../domain/approvals/approval.js'
import type { Tx } from '../open-store.js'

/** Waiting approvals whose time to expire has come, the longest due first. */
export async function findExpiring(tx: Tx, now: Date, take: number): Promise<string[]> {
  return idsOf(await tx.approval.findMany({
    where: { state: 'PENDING', expiresAt: { lte: now }, kind: { in: [...approvalKinds] } }, orderBy: { expiresAt: 'asc' }, take, select: { id: true },
  }))
}

/** Waiting approvals that are to be reminded of and have not been. */
export async function findToRemind(tx: Tx, now: Date, take: number): Promise<string[]> {
  return idsOf(await tx.approval.findMany({
    where: { state: 'PENDING', remindAt: { lte: now }, remindedAt: null, expiresAt: { gt: now }, kind: { in: [...approvalKinds] } },
    orderBy: { remindAt: 'asc' }, take, select: { id: true },
  }))
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
