import type { Tx } from '../open-store.js'
import { laneOf, type OutboxMessage } from './outbox-payloads.js'

export interface OutboxEntry {
  message: OutboxMessage
  /** `laneOf(message)` unless told otherwise. */
  lane?: string
  /** What makes it the same message: a second entry with a known key is left alone. */
  dedupeKey: string
  /** Not before; `now` unless told otherwise. */
  runAt?: Date
  now: Date
  /** Travels in the message's metadata. */
  uid: string
}

/** Puts a message into the outbox, in the transaction that decided it. A known `dedupeKey` is left alone. */
export async function enqueue(tx: Tx, entry: OutboxEntry): Promise<void> {
  const { kind, ...payload } = entry.message
  await tx.outbox.upsert({
    where: { dedupeKey: entry.dedupeKey },
    create: {
      uid: entry.uid,
      kind,
      lane: entry.lane ?? laneOf(entry.message),
      payload,
      dedupeKey: entry.dedupeKey,
      runAt: entry.runAt ?? entry.now,
      createdAt: entry.now,
    },
    // The same value again: one statement with ON CONFLICT on both stores, so that two writers cannot collide.
    update: { dedupeKey: entry.dedupeKey },
  })
}

/**
 * Forgets what was done or dropped before `before`. A dedupe key must not come again after that; given-up rows stay.
 * Returns how many were forgotten.
 */
export async function forgetFinished(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.outbox.deleteMany({ where: { state: { in: ['DONE', 'DROPPED'] }, doneAt: { lt: before } } })
  return count
}
