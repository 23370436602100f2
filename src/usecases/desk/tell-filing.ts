import type { Actor } from '../../domain/actor.js'
import { holdAnyCase } from '../../store/cases/held-case.js'
import { findFiledEntry } from '../../store/cases/told-entries.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { deskLinks } from './desk-links.js'

/** Tells the desk of a case that is filed now, in the transaction that filed it and wrote so into its history. */
export async function tellDeskOfFiling(tx: Tx, deps: Deps, by: Actor, number: number, now: Date): Promise<void> {
  const kase = await holdAnyCase(tx, number)
  const entryId = await findFiledEntry(tx, number)
  if (kase && entryId !== null) await deskLinks[kase.desk].tell(tx, deps, { what: 'filed', kase, entryId, by, now })
}
