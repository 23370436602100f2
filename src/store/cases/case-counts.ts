import type { ReadCase } from '../../domain/access/partner.js'
import type { Actor } from '../../domain/actor.js'
import { countedStates, mostCounted } from '../../domain/cases/case-counts.js'
import type { CountedState } from '../../domain/cases/case-counts.js'
import { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { caseBranches } from '../visibility-sql.js'
import { inStates } from './case-pages.js'

/** How many cases of a state are alike in all that decides whether they may be read. */
export interface CountedCases extends ReadCase {
  state: CountedState
  customerId: number
  count: number
}

export interface CaseCounting {
  actor: Actor
  /** At most 101; every customer when left out. */
  customerIds?: readonly number[]
  ownerId?: string
}

/**
 * Counts the cases the actor may see, state by state, along an index that begins with the state. At most `mostCounted` and
 * one more are looked at in each state, so that the cost does not grow with the number of cases.
 */
export async function countCases(tx: Tx, { actor, customerIds, ownerId }: CaseCounting): Promise<CountedCases[]> {
  const branches = caseBranches(actor, ownerId === undefined ? 'sight' : 'owner')
  if (branches.length === 0 || customerIds?.length === 0) return []
  const more = [
    ...(customerIds ? [Prisma.sql`c."customerId" IN (${Prisma.join([...customerIds])})`] : []),
    ...(ownerId === undefined ? [] : [Prisma.sql`c."ownerId" = ${ownerId}`]),
  ]
  const columns = Prisma.sql`c."number", CAST(c."state" AS TEXT) AS "state", c."customerId", c."productId", c."filedByOrgId", CAST(c."kind" AS TEXT) AS "kind"`
  const parts = countedStates.flatMap((state) => inStates(branches, [state]).map(({ from, where }, index) => Prisma.sql`
    SELECT * FROM (SELECT ${columns} FROM ${from} WHERE ${Prisma.join([Prisma.sql`(${where})`, ...more], ' AND ')} LIMIT ${mostCounted + 1}) ${Prisma.raw(`b${index}`)}`))
  const rows = await tx.$queryRaw<(Omit<CountedCases, 'count'> & { count: number | bigint })[]>`
    SELECT "state", "customerId", "productId", "filedByOrgId", "kind", COUNT(*) AS "count"
    FROM (${Prisma.join(parts, ' UNION ')}) counted GROUP BY "state", "customerId", "productId", "filedByOrgId", "kind"`
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
