import type { Actor } from '../../domain/actor.js'
import type { CaseState, Severity } from '../../domain/words.js'
import { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { pageOfKeys } from './page-query.js'
import { caseBranches } from '../visibility-sql.js'
import type { Branch } from '../visibility-sql.js'

export interface CasePage {
  actor: Actor
  /** Every case when left out or blank. */
  words?: string
  states?: readonly CaseState[]
  severities?: readonly Severity[]
  customerIds?: readonly number[]
  ownerId?: string
  /** Who works on it at the desk. */
  deskOwnerId?: string
  /** Begin after this case. */
  after?: { updatedAt: Date; number: number }
  limit: number
}

const source = {
  from: Prisma.sql`"Case" c`,
  key: Prisma.sql`c."number"`,
  order: [{ column: Prisma.sql`c."updatedAt"`, direction: 'DESC' }, { column: Prisma.sql`c."number"`, direction: 'DESC' }],
} as const

/**
 * Numbers of a page of the cases the actor may see, by last update, newest first (CASE-7). However many cases there are,
 * it reads along an index. Words may match falsely where pairs of characters lie apart: `caseNumbersMatching` rechecks.
 */
export function findCaseNumbers(tx: Tx, { actor, words = '', states, severities, customerIds, ownerId, deskOwnerId, after, limit }: CasePage): Promise<number[]> {
  const where = [
    // A cast, for PostgreSQL compares an enum with no text.
    ...(severities ? [isOneOf(Prisma.sql`CAST(c."severity" AS TEXT)`, severities)] : []),
    ...(customerIds ? [isOneOf(Prisma.sql`c."customerId"`, customerIds)] : []),
    ...(ownerId === undefined ? [] : [Prisma.sql`c."ownerId" = ${ownerId}`]),
    ...(deskOwnerId === undefined ? [] : [Prisma.sql`c."deskOwnerId" = ${deskOwnerId}`]),
    // The first half lets the index be entered at the right place; the second sorts out those of the same moment.
    ...(after ? [Prisma.sql`c."updatedAt" <= ${after.updatedAt} AND (c."updatedAt" < ${after.updatedAt} OR c."number" < ${after.number})`] : []),
  ]
  const branches = caseBranches(actor, ownerId === undefined ? 'sight' : 'owner')
  return pageOfKeys(tx, { table: 'case', branches: states ? inStates(branches, states, words) : branches, source, where, words, limit })
}

/** With words, each branch goes through what the search has found: more are not worth it. */
const mostStatesSearched = 2

/**
 * Of these states alone. Each state is a branch of its own, along an index that begins with it: few cases of a state stand
 * among many that are closed, and nobody reads past those.
 */
export function inStates(branches: readonly Branch[], states: readonly CaseState[], words = ''): Branch[] {
  if (words.trim() !== '' && states.length > mostStatesSearched) {
    const one = isOneOf(Prisma.sql`CAST(c."state" AS TEXT)`, states)
    return branches.map((branch) => ({ ...branch, where: Prisma.sql`(${branch.where}) AND ${one}` }))
  }
  // Not a parameter, for PostgreSQL compares an enum with no text.
  return branches.flatMap((branch) => states.map((state) => ({ ...branch, where: Prisma.sql`(${branch.where}) AND c."state" = ${Prisma.raw(`'${state}'`)}` })))
}

function isOneOf(column: Prisma.Sql, values: readonly (string | number)[]): Prisma.Sql {
  return values.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`${column} IN (${Prisma.join([...values])})`
}
