import type { AccountActor } from '../../domain/actor.js'
import type { HomeWait } from '../../domain/home.js'
import { findListedCases } from '../../store/cases/case-lists.js'
import { findHeldFiles, findWaitingCases } from '../../store/cases/waiting-cases.js'
import type { Tx } from '../../store/open-store.js'
import { caseRows } from '../cases/case-rows.js'

/** Rows that are shown. */
const mostShown = 8

/**
 * What the actor should do something about, most pressing kind first, each case once for the first of its reasons; nothing
 * of locked ones (ACCESS-1).
 */
export async function whatWaits(tx: Tx, actor: AccountActor, now: Date): Promise<{ waits: HomeWait[]; moreWaits: boolean }> {
  const held = await findHeldFiles(tx, actor, mostShown + 1)
  const cases = await findWaitingCases(tx, actor, now, mostShown + 1)
  const found: { number: number; why: HomeWait['why']; file?: string }[] = [...held.map((each) => ({ ...each, why: 'held' as const })), ...cases]
  if (found.length === 0) return { waits: [], moreWaits: false }
  const listed = await findListedCases(tx, actor, [...new Set(found.map(({ number }) => number))])
  const rows = new Map((await caseRows(tx, actor, listed, now)).map(({ row }) => [row.number, row]))
  const told = new Set<number>()
  const waits = found.flatMap(({ number, why, file }): HomeWait[] => {
    const row = rows.get(number)
    if (!row || row.locked || told.has(number)) return []
    told.add(number)
    return [{ why, row, ...(file !== undefined && { file }) }]
  })
  return { waits: waits.slice(0, mostShown), moreWaits: waits.length > mostShown }
}
