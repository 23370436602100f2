/** Contents in the data directory, each kept once under its hash, however many files of cases have it. */
import { kindOf } from '../open-store.js'
import type { Tx } from '../open-store.js'

/** The first half of PostgreSQL's advisory lock of a content; any number nobody else uses. */
const contentLock = 7_426_003

/** Of those who keep or delete the same content the second waits until the first's transaction ends. SQLite has one writer anyway. */
export async function holdContent(tx: Tx, sha256: string): Promise<void> {
  if (kindOf(tx) === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${contentLock}::int, hashtext(${sha256}))`
}

/** Whether a file of any case has that content. */
export async function isContentWanted(tx: Tx, sha256: string): Promise<boolean> {
  return (await tx.attachment.count({ where: { sha256 } })) > 0
}
