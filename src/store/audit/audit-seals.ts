import { z } from 'zod'
import type { AuditRow, SealedRow, SealLink } from '../../domain/audit.js'
import { toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { Prisma } from '../generated/sqlite/client.js'

const sealedRows = z.array(z.object({ id: z.int(), hash: z.string() }))

export interface StoredSeal extends Omit<SealLink, 'rows'> {
  id: number
  hash: string
  /** Null: what is there cannot be read. */
  rows: SealedRow[] | null
}

/** The hash of the chain's last link; null when there is none. */
export async function findHead(tx: Tx): Promise<string | null> {
  return (await tx.auditSeal.findFirst({ select: { hash: true }, orderBy: { id: 'desc' } }))?.hash ?? null
}

/**
 * Committed rows that no seal covers, oldest ids first. On PostgreSQL ids commit out of order, so these may lie before
 * rows that are sealed.
 */
export function unsealedRows(tx: Tx, limit: number): Promise<AuditRow[]> {
  return tx.audit.findMany({ where: { sealId: null }, orderBy: { id: 'asc' }, take: limit })
}

export function countUnsealed(tx: Tx): Promise<number> {
  return tx.audit.count({ where: { sealId: null } })
}

/**
 * Adds a link and marks its rows. Throws `isLinkTaken` when another process continued the same link meanwhile; then the
 * whole transaction is to be rolled back.
 */
export async function addSeal(tx: Tx, seal: SealLink & { hash: string }): Promise<void> {
  const { previousHash, hash, rows, sealedAt } = seal
  const { id } = await tx.auditSeal.create({ data: { previousHash, hash, sealedAt, rows: toJson(rows) }, select: { id: true } })
  const { count } = await tx.audit.updateMany({ where: { id: { in: rows.map((row) => row.id) }, sealId: null }, data: { sealId: id } })
  if (count !== rows.length) throw new Error(`${count} of ${rows.length} audit rows were there to be sealed`)
}

/** Whether an error says that the chain was continued by somebody else. */
export function isLinkTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002' && error.meta?.['modelName'] === 'AuditSeal'
}

/** Links behind `after`, from the first without one, in the order of the chain: a link is made only when the one before it is committed. */
export async function sealsAfter(tx: Tx, after: number | null, limit: number): Promise<StoredSeal[]> {
  const page = { where: after === null ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: limit } as const
  try {
    const seals = await tx.auditSeal.findMany(page)
    return seals.map((seal) => ({ ...seal, rows: sealedRows.safeParse(seal.rows).data ?? null }))
  } catch {
    // SQLite keeps whatever text it is given, and one seal that cannot be read hides no other.
    const seals = await tx.auditSeal.findMany({ ...page, select: { id: true, previousHash: true, hash: true } })
    const each = seals.map(async (seal) => {
      const whole = await tx.auditSeal.findUnique({ where: { id: seal.id } }).catch(() => null)
      return { sealedAt: new Date(0), ...seal, ...whole, rows: sealedRows.safeParse(whole?.rows).data ?? null }
    })
    return Promise.all(each)
  }
}

export interface CoveredRow {
  id: number
  sealId: number | null
  /** Null: what is there cannot be read. */
  row: AuditRow | null
}

/** What a seal covers, and whatever else names it. */
export async function rowsOfSealNamed(tx: Tx, sealId: number, ids: readonly number[]): Promise<CoveredRow[]> {
  const where: Prisma.AuditWhereInput = { OR: [{ sealId }, { id: { in: [...ids] } }] }
  try {
    return (await tx.audit.findMany({ where, orderBy: { id: 'asc' } })).map((row) => ({ id: row.id, sealId: row.sealId, row }))
  } catch {
    const named = await tx.audit.findMany({ where, select: { id: true, sealId: true }, orderBy: { id: 'asc' } })
    return Promise.all(named.map(async (each) => ({ ...each, row: await tx.audit.findUnique({ where: { id: each.id } }).catch(() => null) })))
  }
}

export interface NamedSeal {
  seal: number
  rows: number
  first: number
  last: number
}

/**
 * Seals that rows name and that are not there, of the next `limit` numbers named behind `after`, from the lowest without
 * one, whatever number somebody wrote; `next` is null at the end.
 */
export async function missingSeals(tx: Tx, after: number | null, limit: number): Promise<{ missing: NamedSeal[]; next: number | null }> {
  const named = await tx.audit.groupBy({
    by: ['sealId'], where: { sealId: after === null ? { not: null } : { gt: after } }, orderBy: { sealId: 'asc' }, take: limit,
    _count: { id: true }, _min: { id: true }, _max: { id: true },
  })
  const numbers = named.flatMap(({ sealId }) => sealId ?? [])
  const there = new Set((await tx.auditSeal.findMany({ where: { id: { in: numbers } }, select: { id: true } })).map(({ id }) => id))
  const missing = named.flatMap(({ sealId, _count, _min, _max }) =>
    sealId === null || there.has(sealId) ? [] : [{ seal: sealId, rows: _count.id, first: _min.id ?? 0, last: _max.id ?? 0 }])
  return { missing, next: named.length < limit ? null : numbers.at(-1) ?? null }
}
