/** What waits for the built-in desk. It reads along [desk, severity, deskSince, number], however many cases there are. */
import type { AccountActor } from '../../domain/actor.js'
import { countedStates } from '../../domain/cases/case-counts.js'
import { mostCounted } from '../../domain/desk/queue.js'
import type { QueueRow } from '../../domain/desk/queue.js'
import { severities } from '../../domain/words.js'
import type { Severity } from '../../domain/words.js'
import { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo } from '../visibility.js'
import { cardSelect, readCard } from '../cases/case-cards.js'
import { findCaseNumbers } from '../cases/case-pages.js'
import type { CasePage } from '../cases/case-pages.js'

/** Where a page of the queue ends. */
export interface QueuePosition {
  severity: Severity
  escalated: boolean
  deskSince: Date
  number: number
}

interface QueueKey {
  /** SQLite gives what is computed as a big one. */
  rank: number | bigint
  since: Date | string
  number: number
}

/** A part of the queue that one stretch of the index holds: one severity, escalated or not. */
type Part = Pick<QueuePosition, 'severity' | 'escalated'>

/** In the queue's order. */
const parts: readonly Part[] = severities.flatMap((severity) => [{ severity, escalated: true }, { severity, escalated: false }])

const rankOf = ({ severity, escalated }: Part): number => parts.findIndex((part) => part.severity === severity && part.escalated === escalated)

/** Numbers of a page: the most severe first, of each severity what is escalated, and of those alike what waits longest. */
export async function findQueueNumbers(tx: Tx, after: QueuePosition | null, take: number): Promise<number[]> {
  const first = after ? rankOf(after) : 0
  const pages = parts.slice(first).map((part, index) =>
    Prisma.sql`SELECT * FROM (${queuePart(part, index === 0 ? after : null, take)}) ${Prisma.raw(`p${first + index}`)}`)
  const keys = await tx.$queryRaw<QueueKey[]>`${Prisma.join(pages, ' UNION ALL ')}`
  return keys.toSorted((one, other) => Number(one.rank) - Number(other.rank) || timeOf(one) - timeOf(other) || one.number - other.number)
    .slice(0, take).map(({ number }) => number)
}

/** Rows of one part, what waits longest first, from behind `after` on. */
export function queuePart(part: Part, after: QueuePosition | null, take: number): Prisma.Sql {
  const escalated = part.escalated ? Prisma.sql`c."escalatedAt" IS NOT NULL` : Prisma.sql`c."escalatedAt" IS NULL`
  // The first half lets the index be entered at the right place; the second sorts out those of the same moment.
  const behind = after ? Prisma.sql`AND c."deskSince" >= ${after.deskSince} AND (c."deskSince" > ${after.deskSince} OR c."number" > ${after.number})` : Prisma.empty
  return Prisma.sql`
    SELECT ${Prisma.raw(String(rankOf(part)))} AS "rank", c."deskSince" AS "since", c."number"
    FROM "Case" c WHERE ${waiting(part.severity)} AND ${escalated} ${behind}
    ORDER BY c."deskSince" ASC, c."number" ASC LIMIT ${take}`
}

/** How many wait of each severity; `mostCounted` stands for that many and more. */
export async function countQueue(tx: Tx): Promise<Record<Severity, number>> {
  const counted = severities.map((severity) => Prisma.sql`
    SELECT ${literal(severity)} AS "severity", CAST(COUNT(*) AS INTEGER) AS "count"
    FROM (SELECT 1 FROM "Case" c WHERE ${waiting(severity)} LIMIT ${mostCounted}) ${Prisma.raw(`w${severity}`)}`)
  const rows = await tx.$queryRaw<{ severity: Severity; count: number | bigint }[]>`${Prisma.join(counted, ' UNION ALL ')}`
  const counts: Record<Severity, number> = { P1: 0, P2: 0, P3: 0, P4: 0 }
  for (const { severity, count } of rows) counts[severity] = Number(count)
  return counts
}

/** An enum's value as it stands in a query: PostgreSQL compares an enum with no bound text. */
const literal = (value: Severity): Prisma.Sql => Prisma.raw(`'${value}'`)

const waiting = (severity: Severity): Prisma.Sql =>
  Prisma.sql`c."desk" = 'BUILT_IN' AND c."severity" = ${literal(severity)} AND c."deskSince" IS NOT NULL`

const timeOf = ({ since }: QueueKey): number => new Date(since).getTime()

const rowSelect = { ...cardSelect, deskSince: true } as const satisfies Prisma.CaseSelect

function readRow({ deskSince, ...row }: Prisma.CaseGetPayload<{ select: typeof rowSelect }>): QueueRow {
  const { number, customerName, title, state, severity, escalation, deskOwnerName, clock } = readCard(row)
  return { number, customerName, title, state, severity, escalated: escalation !== null, deskOwnerName, deskSince, clock }
}

/** What the queue shows of these cases, in their order. */
export async function findQueueRows(tx: Tx, actor: AccountActor, numbers: readonly number[]): Promise<QueueRow[]> {
  const found = await tx.case.findMany({ where: { AND: [casesVisibleTo(actor), { number: { in: [...numbers] } }] }, select: rowSelect })
  const rows = new Map(found.map((row) => [row.number, readRow(row)]))
  return numbers.flatMap((number) => rows.get(number) ?? [])
}

/** What the actor has taken at the desk and nobody closed, newest update first. Closed ones, of which there are ever more, are not read. */
export async function findTaken(tx: Tx, actor: AccountActor, after: CasePage['after'] | null, limit: number): Promise<{ row: QueueRow; updatedAt: Date }[]> {
  const numbers = await findCaseNumbers(tx, { actor, deskOwnerId: actor.accountId, states: countedStates, limit, ...(after && { after }) })
  const found = await tx.case.findMany({
    where: { AND: [casesVisibleTo(actor), { number: { in: numbers } }] }, orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }], select: rowSelect,
  })
  return found.map((row) => ({ row: readRow(row), updatedAt: row.updatedAt }))
}
