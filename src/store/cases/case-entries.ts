import type { AccountActor, Actor } from '../../domain/actor.js'
import type { MeanwhileEntry } from '../../domain/cases/case-change.js'
import type { CaseEntryData } from '../../domain/cases/case-entry.js'
import { readEntryFacts, toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { withoutHiddenLinks } from './case-history.js'
import { eventsVisibleTo } from '../visibility.js'
import type { CaseEventKind } from '../generated/sqlite/enums.js'

export interface NewCaseEntry {
  kind: CaseEventKind
  /** Everybody who sees the case unless told otherwise; `ORGANIZATION`: the author's alone (SCOPE-6). */
  audience?: 'CASE' | 'ORGANIZATION'
  text?: string | null
  data?: CaseEntryData
  /** Whose words it is, when the actor only writes them down: the web portal's desk (CASE-9). */
  authorName?: string
}

/** Adds entries to a case's history, by the actor; their ids, in order. */
export async function addCaseEntries(tx: Tx, actor: Actor, caseNumber: number, entries: readonly NewCaseEntry[], at: Date): Promise<number[]> {
  const person = actor.kind === 'account' ? actor : null
  const ids: number[] = []
  for (const { kind, audience = 'CASE', text = null, data, authorName } of entries) {
    const { id } = await tx.caseEvent.create({
      data: {
        caseNumber, at, kind, audience, text,
        authorId: person?.accountId ?? null, authorName: authorName ?? actor.name, authorOrgId: person?.organizationId ?? null,
        ...(data && { data: toJson(data) }),
      },
      select: { id: true },
    })
    ids.push(id)
  }
  return ids
}

/** What the actor may read of what came after `entry`: the newest, at most `take`, oldest first. */
export async function entriesSince(tx: Tx, actor: AccountActor, caseNumber: number, entry: number, take: number): Promise<MeanwhileEntry[]> {
  const rows = await tx.caseEvent.findMany({
    where: { AND: [eventsVisibleTo(actor), { caseNumber, id: { gt: entry } }] },
    orderBy: { id: 'desc' },
    take,
    select: { at: true, kind: true, authorName: true, text: true, data: true },
  })
  return withoutHiddenLinks(tx, actor, rows.reverse().map(({ data, ...row }) => ({ ...row, data: readEntryFacts(data) })))
}

/** The files that the case's history names already. */
export async function announcedFiles(tx: Tx, caseNumber: number): Promise<Set<string>> {
  const rows = await tx.caseEvent.findMany({ where: { caseNumber, kind: 'ATTACHMENT' }, select: { data: true } })
  return new Set(rows.flatMap(({ data }) => (readEntryFacts(data)?.files ?? []).map(({ id }) => id)))
}
