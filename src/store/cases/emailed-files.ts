import { handedOut } from '../../domain/cases/attachment.js'
import type { Tx } from '../open-store.js'

export interface EmailedFile {
  name: string
  sha256: string
  /** Bytes. */
  size: number
}

/** Those of the files that are with the case at this moment (CASE-2), in the order of their names. */
export async function findEmailedFiles(tx: Tx, caseNumber: number, ids: readonly string[]): Promise<EmailedFile[]> {
  const rows = await tx.attachment.findMany({
    where: { caseNumber, id: { in: [...ids] }, state: { in: [...handedOut] }, sha256: { not: null } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { name: true, sha256: true, size: true },
  })
  return rows.flatMap(({ sha256, ...file }) => (sha256 === null ? [] : [{ ...file, sha256 }]))
}
