import type { AccountActor } from '../../domain/actor.js'
import type { HistoryEntry } from '../../domain/cases/case-view.js'
import { readEntryFacts } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo, eventsVisibleTo } from '../visibility.js'

export const entrySelect = { id: true, at: true, kind: true, authorName: true, text: true, audience: true, data: true } as const

interface EntryRow {
  id: number
  at: Date
  kind: string
  authorName: string
  text: string | null
  audience: 'CASE' | 'ORGANIZATION'
  data: unknown
}

export function readEntry({ audience, data, ...entry }: EntryRow): HistoryEntry {
  return { ...entry, internal: audience === 'ORGANIZATION', data: readEntryFacts(data) }
}

/** The entries of a case that the actor may read, newest first, from before `after` on; `next` is null on the last page. */
export async function findHistory(
  tx: Tx, actor: AccountActor, caseNumber: number, { take, after }: { take: number; after?: number | undefined },
): Promise<{ entries: HistoryEntry[]; next: number | null }> {
  if (take === 0) return { entries: [], next: null }
  const rows = await tx.caseEvent.findMany({
    where: { AND: [eventsVisibleTo(actor), { caseNumber, ...(after !== undefined && { id: { lt: after } }) }] },
    orderBy: { id: 'desc' },
    // One more than is shown tells whether there is a next page.
    take: take + 1,
    select: entrySelect,
  })
  const shown = rows.slice(0, take).map(readEntry)
  return { entries: await withoutHiddenLinks(tx, actor, shown), next: rows.length > take ? shown.at(-1)!.id : null }
}

/** A link tells that there is a case, so only who may see that one is told (SCOPE-1). */
export async function withoutHiddenLinks<E extends Pick<HistoryEntry, 'kind' | 'data'>>(tx: Tx, actor: AccountActor, entries: E[]): Promise<E[]> {
  const linked = entries.flatMap(({ kind, data }) => (kind === 'LINKED' && data?.related !== undefined ? [data.related] : []))
  if (linked.length === 0) return entries
  const seen = await tx.case.findMany({ where: { AND: [casesVisibleTo(actor), { number: { in: linked } }] }, select: { number: true } })
  const numbers = new Set(seen.map(({ number }) => number))
  return entries.filter(({ kind, data }) => kind !== 'LINKED' || data?.related === undefined || numbers.has(data.related))
}
