import type { Tx } from '../open-store.js'

/** The addresses a case is shared with, lower case. */
export async function findShareAddresses(tx: Tx, caseNumber: number): Promise<string[]> {
  const rows = await tx.caseShare.findMany({ where: { caseNumber }, orderBy: { email: 'asc' }, select: { email: true } })
  return rows.map(({ email }) => email)
}

/** Takes an address away; false when the case was not shared with it. */
export async function removeCaseShare(tx: Tx, caseNumber: number, email: string): Promise<boolean> {
  const { count } = await tx.caseShare.deleteMany({ where: { caseNumber, email } })
  return count === 1
}
