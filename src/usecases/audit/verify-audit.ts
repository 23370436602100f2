import { noLink, type AuditFinding, type SealedRow } from '../../domain/audit.js'
import { countUnsealed, missingSeals, rowsOfSealNamed, sealsAfter, type CoveredRow, type StoredSeal } from '../../store/audit/audit-seals.js'
import type { Deps } from '../deps.js'
import { hashOfLink, sealedRow } from './seal-audit.js'

export interface VerifyAudit {
  /** A head noted earlier, which must still be in the chain. */
  head?: string
  onFinding: (finding: AuditFinding) => void
  /** Told after every page of seals. */
  onProgress?: (rows: number) => void
}

export interface Verified {
  seals: number
  /** Rows that a seal covers. */
  rows: number
  unsealed: number
  /** The hash of the last link. */
  head: string | null
}

const sealsOfPage = 10
const namesOfPage = 500

/**
 * Walks the chain from its beginning and tells everything that is not as it was sealed. It reads in pages and holds
 * nobody up; rows that are written meanwhile count as unsealed, or as what they are.
 */
export async function verifyAudit({ store: { db } }: Pick<Deps, 'store'>, { head, onFinding, onProgress }: VerifyAudit): Promise<Verified> {
  let before: { id: number; hash: string } | null = null
  let seals = 0
  let rows = 0
  let headSeen = head === undefined
  for (;;) {
    const page: StoredSeal[] = await sealsAfter(db, before?.id ?? null, sealsOfPage)
    for (const seal of page) {
      if (seal.previousHash !== (before?.hash ?? noLink)) onFinding({ code: 'link_broken', seal: seal.id, after: before?.id ?? null })
      if (seal.rows === null || hashOfLink({ ...seal, rows: seal.rows }) !== seal.hash) onFinding({ code: 'seal_changed', seal: seal.id })
      for (const finding of findings(seal, await rowsOfSealNamed(db, seal.id, (seal.rows ?? []).map(({ id }) => id)))) onFinding(finding)
      before = { id: seal.id, hash: seal.hash }
      headSeen ||= seal.hash === head
      seals += 1
      rows += seal.rows?.length ?? 0
    }
    onProgress?.(rows)
    if (page.length < sealsOfPage) break
  }
  let after: number | null = null
  do {
    const named: Awaited<ReturnType<typeof missingSeals>> = await missingSeals(db, after, namesOfPage)
    for (const each of named.missing) onFinding({ code: 'seal_missing', ...each })
    after = named.next
  } while (after !== null)
  if (!headSeen && head !== undefined) onFinding({ code: 'head_missing', head })
  return { seals, rows, unsealed: await countUnsealed(db), head: before?.hash ?? null }
}

/** What of a seal's rows is not as it was sealed. */
function findings({ id: seal, rows }: StoredSeal, stored: CoveredRow[]): AuditFinding[] {
  const covered = new Map((rows ?? []).map((row) => [row.id, row]))
  const there = new Map(stored.map((row) => [row.id, row]))
  const ofCovered = [...covered.values()].flatMap(({ id, hash }: SealedRow): AuditFinding[] => {
    const found = there.get(id)
    if (!found) return [{ code: 'row_missing', row: id, seal }]
    return [
      ...(found.row && sealedRow(found.row).hash === hash ? [] : [{ code: 'row_changed' as const, row: id, seal }]),
      ...(found.sealId === seal ? [] : [{ code: 'row_moved' as const, row: id, seal, names: found.sealId }]),
    ]
  })
  // Of a seal that cannot be read nobody can tell what it covers.
  if (rows === null) return ofCovered
  return [...ofCovered, ...stored.filter((row) => row.sealId === seal && !covered.has(row.id)).map(({ id }) => ({ code: 'row_not_covered' as const, row: id, seal }))]
}
