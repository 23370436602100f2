import type { Prisma } from '../generated/sqlite/client.js'
import { wantFileAgain } from '../files/attachment-fetches.js'
import type { Tx } from '../open-store.js'
import { outboxMessageSchema, type OutboxKind } from './outbox-payloads.js'

/** A row that waits or was given up, as an admin sees it: what it is about, and no person and no address. */
export interface Undelivered {
  id: number
  /** Null for a row nobody can read. */
  kind: OutboxKind | null
  caseNumber: number | null
  channel: string | null
  givenUp: boolean
  attempts: number
  lastError: string | null
  createdAt: Date
  /** When it is tried next. */
  runAt: Date
}

/** Given-up rows first, then what waits, each oldest first, and how many there are in all. */
export async function listUndelivered(tx: Tx, limit: number): Promise<{ rows: Undelivered[]; count: number }> {
  const where = { state: { in: ['PENDING', 'GIVEN_UP'] } } satisfies Prisma.OutboxWhereInput
  const count = await tx.outbox.count({ where })
  const of = (state: 'GIVEN_UP' | 'PENDING', take: number) => tx.outbox.findMany({ where: { state }, orderBy: { id: 'asc' }, take })
  const givenUp = await of('GIVEN_UP', limit)
  const waiting = limit > givenUp.length ? await of('PENDING', limit - givenUp.length) : []
  const rows = [...givenUp, ...waiting].map(({ id, kind, payload, state, attempts, lastError, createdAt, runAt }) => {
    const message = outboxMessageSchema.safeParse({ ...(payload as object), kind }).data
    return {
      id, attempts, lastError, createdAt, runAt,
      kind: message?.kind ?? null,
      caseNumber: message && 'caseNumber' in message ? message.caseNumber : null,
      channel: message?.kind === 'case_card' ? message.channel : message?.kind === 'tell_author' ? message.channelId : null,
      givenUp: state === 'GIVEN_UP',
    }
  })
  return { rows, count }
}

/**
 * Sends given-up rows again, from the first attempt on, or one row, which may be waiting too. Nobody knows any more
 * whether a given-up one arrived after all: it is looked for first. Returns how many rows that were.
 */
export async function resend(tx: Tx, which: number | 'all', now: Date): Promise<number> {
  const again = { attempts: 0, runAt: now }
  const one = which === 'all' ? {} : { id: which }
  const files = await tx.outbox.findMany({ where: { ...one, state: 'GIVEN_UP', kind: 'fetch_attachment' }, select: { kind: true, payload: true } })
  for (const { kind, payload } of files) {
    const message = outboxMessageSchema.safeParse({ ...(payload as object), kind }).data
    if (message?.kind === 'fetch_attachment') await wantFileAgain(tx, message.attachmentId)
  }
  const waiting = which === 'all' ? { count: 0 } : await tx.outbox.updateMany({ where: { id: which, state: 'PENDING', leaseUntil: null }, data: again })
  const givenUp = await tx.outbox.updateMany({ where: { ...one, state: 'GIVEN_UP' }, data: { ...again, state: 'PENDING', doneAt: null, unknown: true } })
  return waiting.count + givenUp.count
}
