import type { Tx } from '../open-store.js'

/** Whether a case, as it stands now, is one that the desk is called for: P1, or escalated. */
export async function isUrgent(tx: Tx, number: number): Promise<boolean> {
  const urgent = await tx.case.findFirst({ where: { number, OR: [{ severity: 'P1' }, { escalatedAt: { not: null } }] }, select: { number: true } })
  return urgent !== null
}
