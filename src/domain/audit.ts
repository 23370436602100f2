/** The audit trail as it is sealed: what of a row is sealed, in a form that is the same in every store. */

/** A row of the trail. `before`, `after` and `origin` are JSON. */
export interface AuditRow {
  id: number
  at: Date
  actorId: string | null
  actorName: string
  organizationId: string | null
  action: string
  subjectType: string
  subjectId: string
  before: unknown
  after: unknown
  origin: unknown
}

/** A row as its seal holds it: SHA-256 in hex over `canonicalRow`. */
export interface SealedRow {
  id: number
  hash: string
}

/** One link of the chain. */
export interface SealLink {
  /** The hash of the link before. */
  previousHash: string
  sealedAt: Date
  rows: readonly SealedRow[]
}

/** What the first link names as the one before it. */
export const noLink = '0'.repeat(64)

/** Rows of one seal at most. */
export const rowsOfSeal = 500

/** All of a row but the seal that covers it: sealing writes that. A time that cannot be read is null. */
export function canonicalRow(row: AuditRow): string {
  const { id, at, actorId, actorName, organizationId, action, subjectType, subjectId, before, after, origin } = row
  return canonicalJson({ id, at: at.toJSON(), actorId, actorName, organizationId, action, subjectType, subjectId, before, after, origin })
}

export function canonicalLink({ previousHash, sealedAt, rows }: SealLink): string {
  return canonicalJson({ previousHash, sealedAt: sealedAt.toJSON(), rows: rows.map(({ id, hash }) => ({ id, hash })) })
}

/** JSON with sorted keys: PostgreSQL gives an object's keys back in an order of its own. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) => {
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** What is wrong with the trail. Rows and seals are named by their ids. */
export type AuditFinding =
  /** It does not say what it said when it was sealed. */
  | { code: 'row_changed'; row: number; seal: number }
  | { code: 'row_missing'; row: number; seal: number }
  /** The seal covers it, and the row names another one, or none. */
  | { code: 'row_moved'; row: number; seal: number; names: number | null }
  /** It names the seal, and the seal does not cover it. */
  | { code: 'row_not_covered'; row: number; seal: number }
  /** Rows name a seal that is not there. */
  | { code: 'seal_missing'; seal: number; rows: number; first: number; last: number }
  /** Its hash is not that of what it holds. */
  | { code: 'seal_changed'; seal: number }
  /** It does not continue the seal before it; `after` is null when it should be the first. */
  | { code: 'link_broken'; seal: number; after: number | null }
  /** A head that was noted earlier is not in the chain any more: its end was cut off. */
  | { code: 'head_missing'; head: string }
