import type { Tx } from '../open-store.js'

/** The addresses a case is shared with, lower case. */
export async function findShareAddresses(tx: Tx, caseNumber: number): Promise<string[]> {
  const rows = await tx.caseShare.findMany({ where: { caseNumber }, orderBy: { email: 'asc' }, select: { email: true } })
  return rows.map(({ email }) => email)
}
