import { createHash } from 'node:crypto'
import { canonicalLink, canonicalRow, noLink, rowsOfSeal, type SealedRow, type SealLink } from '../../domain/audit.js'
import { addSeal, findHead, isLinkTaken, unsealedRows } from '../../store/audit/audit-seals.js'
import type { Deps } from '../deps.js'

/** Links added by one run: the next run goes on, and nothing else waits for long. */
const sealsOfRun = 20

export interface Sealing {
  /** Rows that this run sealed. */
  sealed: number
  /** The hash of the last link; whoever notes it can later tell whether the chain's end was cut off. Null: nothing is sealed. */
  head: string | null
}

/**
 * Seals what is committed and not sealed yet, in batches, each a link of the chain. Writers never wait for it: it touches
 * no row of a transaction that is still open. Of several processes at once one continues the chain, and the others give
 * way.
 */
export async function sealAudit(deps: Pick<Deps, 'store' | 'now'>): Promise<Sealing> {
  let sealed = 0
  try {
    for (let link = 0; link < sealsOfRun; link += 1) {
      const rows = await sealBatch(deps)
      sealed += rows
      if (rows < rowsOfSeal) break
    }
  } catch (error) {
    if (!isLinkTaken(error)) throw error
  }
  return { sealed, head: await findHead(deps.store.db) }
}

/** How many rows the new link covers. */
function sealBatch({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<number> {
  return store.transaction(async (tx) => {
    // The head first: a link that another process adds after this look is met by `addSeal`, and one before it hides its rows.
    const previousHash = (await findHead(tx)) ?? noLink
    const rows = await unsealedRows(tx, rowsOfSeal)
    if (rows.length === 0) return 0
    const link: SealLink = { previousHash, sealedAt: now(), rows: rows.map((row) => sealedRow(row)) }
    await addSeal(tx, { ...link, hash: hashOfLink(link) })
    return rows.length
  })
}

export function sealedRow(row: Parameters<typeof canonicalRow>[0]): SealedRow {
  return { id: row.id, hash: sha256(canonicalRow(row)) }
}

export function hashOfLink(link: SealLink): string {
  return sha256(canonicalLink(link))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
