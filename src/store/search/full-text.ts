/** The full-text tables of either store, behind one face. Raw queries only: Prisma knows nothing of them. */
import { queryTokens } from '../../domain/search-tokens.js'
import { Prisma } from '../generated/sqlite/client.js'
import { kindOf, type Tx } from '../open-store.js'

export type FullTextTable = 'case' | 'customer'

const tables = {
  case: { name: Prisma.raw('"case_fts"'), key: Prisma.raw('"number"') },
  customer: { name: Prisma.raw('"customer_fts"'), key: Prisma.raw('"id"') },
} as const

/** Up to so many rows are taken by hand; with more, a list's own index finds the newest of them sooner. */
const few = 1000

export interface IndexRow {
  id: number
  tokens: readonly string[]
}

/** Writes index rows, in place of those that are there. */
export async function writeIndexRows(tx: Tx, table: FullTextTable, rows: readonly IndexRow[]): Promise<void> {
  if (rows.length === 0) return
  const { name, key } = tables[table]
  if (kindOf(tx) === 'sqlite') {
    const values = JSON.stringify(rows.map(({ id, tokens }) => [id, tokens.join(' ')]))
    await tx.$executeRaw`DELETE FROM ${name} WHERE rowid IN (SELECT value ->> 0 FROM json_each(${values}))`
    await tx.$executeRaw`INSERT INTO ${name} (rowid, "toks") SELECT value ->> 0, value ->> 1 FROM json_each(${values})`
    return
  }
  const values = JSON.stringify(rows)
  await tx.$executeRaw`
    INSERT INTO ${name} (${key}, "toks")
    SELECT (row ->> 'id')::int, array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(row -> 'tokens')))
    FROM jsonb_array_elements(CAST(${values} AS jsonb)) row
    ON CONFLICT (${key}) DO UPDATE SET "toks" = EXCLUDED."toks"`
}

/** Forgets index rows of what is not there any more. */
export async function removeIndexRows(tx: Tx, table: FullTextTable, ids: readonly number[]): Promise<void> {
  const { name, key } = tables[table]
  const id = kindOf(tx) === 'sqlite' ? Prisma.sql`rowid` : key
  if (ids.length > 0) await tx.$executeRaw`DELETE FROM ${name} WHERE ${id} IN (${Prisma.join([...ids])})`
}

/** A query of the ids of rows that have all the words; null when the words hold nothing to search by. */
export function matching(tx: Tx, table: FullTextTable, words: string): Prisma.Sql | null {
  const tokens = queryTokens(words)
  if (tokens.length === 0) return null
  const { name, key } = tables[table]
  // Tokens are letters and digits alone, so quoting them is enough.
  if (kindOf(tx) === 'sqlite') {
    const query = tokens.map(({ token, prefix }) => `"${token}"${prefix ? '*' : ''}`).join(' ')
    return Prisma.sql`SELECT rowid AS "id" FROM ${name} WHERE ${name} MATCH ${query}`
  }
  const query = tokens.map(({ token, prefix }) => `'${token}'${prefix ? ':*' : ''}`).join(' & ')
  return Prisma.sql`SELECT ${key} AS "id" FROM ${name} WHERE "toks" @@ CAST(${query} AS tsquery)`
}

/** The ids that a query of `matching` gives when they are few; null when they are many. */
export async function fewMatches(tx: Tx, query: Prisma.Sql): Promise<number[] | null> {
  // So that PostgreSQL does not read the whole table because it expects to find some soon; SQLite stops at the limit by itself.
  const materialized = kindOf(tx) === 'postgresql' ? Prisma.sql`MATERIALIZED` : Prisma.empty
  const rows = await tx.$queryRaw<{ id: number }[]>`WITH hits AS ${materialized} (${query}) SELECT "id" FROM hits LIMIT ${few + 1}`
  return rows.length > few ? null : rows.map(({ id }) => id)
}

/** A table `h` of one column `id`. */
export function idTable(tx: Tx, ids: readonly number[]): Prisma.Sql {
  const values = JSON.stringify(ids)
  return kindOf(tx) === 'sqlite'
    ? Prisma.sql`(SELECT value AS "id" FROM json_each(${values})) h`
    : Prisma.sql`(SELECT value::int AS "id" FROM jsonb_array_elements_text(CAST(${values} AS jsonb))) h`
}
