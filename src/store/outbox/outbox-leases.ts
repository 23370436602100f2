import { Prisma } from '../generated/sqlite/client.js'
import type { Store, Tx } from '../open-store.js'

/** A row that is ours until its lease ends. */
export interface ClaimedRow {
  id: number
  uid: string
  kind: string
  lane: string
  payload: unknown
  /** This attempt's number, from 1. */
  attempts: number
  /** A former attempt ended without an answer: look for the message before sending again. */
  unknown: boolean
  /** What went wrong last; null when nothing has been answered yet. */
  lastError: string | null
  leaseOwner: string
  createdAt: Date
}

/** The advisory lock of PostgreSQL that claimers take; any number nobody else uses. */
const claimLock = 7_426_001

interface Claim {
  kind: Store['kind']
  owner: string
  now: Date
  leaseUntil: Date
  limit: number
}

/**
 * Takes up to `limit` rows whose time has come, each the oldest waiting one of its lane: while a row waits or is
 * being sent, nothing else of its lane goes, not even a row with a lower id that was committed late. Several processes
 * may claim at once; no row is handed out twice.
 */
export async function claimDue(tx: Tx, claim: Claim): Promise<ClaimedRow[]> {
  const { owner, now, leaseUntil, limit } = claim
  const pending = Prisma.raw(claim.kind === 'postgresql' ? `'PENDING'::"OutboxState"` : `'PENDING'`)
  // One claimer at a time: two that cannot see each other's leases yet could each take a row of the same lane.
  if (claim.kind === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${claimLock})`
  const lock = claim.kind === 'postgresql' ? Prisma.sql`FOR UPDATE OF o SKIP LOCKED` : Prisma.empty
  const taken = await tx.$queryRaw<{ id: number }[]>`
    UPDATE "Outbox" SET "leaseUntil" = ${leaseUntil}, "leaseOwner" = ${owner}, "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT o."id" FROM "Outbox" o
      WHERE o."state" = ${pending} AND o."runAt" <= ${now} AND o."leaseUntil" IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM "Outbox" e WHERE e."lane" = o."lane" AND e."state" = ${pending} AND (e."id" < o."id" OR e."leaseUntil" IS NOT NULL)
        )
      ORDER BY o."runAt", o."id" LIMIT ${limit} ${lock}
    )
    RETURNING "id"`
  const rows = await tx.outbox.findMany({
    where: { id: { in: taken.map((row) => row.id) } },
    orderBy: { id: 'asc' },
    select: {
      id: true, uid: true, kind: true, lane: true, payload: true, attempts: true, unknown: true, lastError: true, createdAt: true,
    },
  })
  return rows.map((row) => ({ ...row, leaseOwner: owner }))
}

const free = { leaseUntil: null, leaseOwner: null }

/** Sent (or, `DROPPED`, not wanted any more). False when the lease had been lost meanwhile: nothing was changed. */
export async function finishRow(tx: Tx, row: ClaimedRow, at: Date, state: 'DONE' | 'DROPPED', why?: string): Promise<boolean> {
  return change(tx, row, { ...free, state, doneAt: at, unknown: false, lastError: why ?? null })
}

/** Leaves the row visible as given up, with the reason; later rows of its lane go on. */
export async function giveUpRow(tx: Tx, row: ClaimedRow, at: Date, error: string): Promise<boolean> {
  return change(tx, row, { ...free, state: 'GIVEN_UP', doneAt: at, lastError: error })
}

/** Tries the row again at `runAt`. `counted: false` takes the attempt back: it was put off, not tried. */
export async function retryRow(
  tx: Tx,
  row: ClaimedRow,
  again: { runAt: Date; error: string | null; unknown: boolean; counted: boolean },
): Promise<boolean> {
  return change(tx, row, {
    ...free,
    runAt: again.runAt,
    lastError: again.error,
    unknown: again.unknown,
    ...(again.counted ? {} : { attempts: row.attempts - 1 }),
  })
}

/**
 * Frees rows whose sender has not come back: lapsed leases, or `all` of them when no other process can be sending.
 * What became of them is unknown. `except` are the caller's own, still being sent. Returns how many were freed.
 */
export async function sweepLeases(tx: Tx, sweep: { now: Date; all: boolean; except: number[] }): Promise<number> {
  const { count } = await tx.outbox.updateMany({
    where: {
      state: 'PENDING',
      leaseUntil: sweep.all ? { not: null } : { lte: sweep.now },
      id: { notIn: sweep.except },
    },
    data: { ...free, unknown: true },
  })
  return count
}

/** When the next row that still has to wait may go; null when none waits. */
export async function nextRunAt(tx: Tx, now: Date): Promise<Date | null> {
  const next = await tx.outbox.findFirst({
    where: { state: 'PENDING', leaseUntil: null, runAt: { gt: now } },
    orderBy: { runAt: 'asc' },
    select: { runAt: true },
  })
  return next?.runAt ?? null
}

async function change(tx: Tx, row: ClaimedRow, data: Prisma.OutboxUpdateManyMutationInput): Promise<boolean> {
  const { count } = await tx.outbox.updateMany({ where: { id: row.id, leaseOwner: row.leaseOwner, state: 'PENDING' }, data })
  return count === 1
}
