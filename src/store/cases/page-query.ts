import { Prisma } from '../generated/sqlite/client.js'
import { fewMatches, idTable, matching, type FullTextTable } from '../search/full-text.js'
import type { Tx } from '../open-store.js'
import type { Branch } from '../visibility-sql.js'

export interface PageQuery {
  table: FullTextTable
  branches: readonly Branch[]
  /** The rows' table with its alias, its key, and the columns it is sorted by, each with its direction. */
  source: { from: Prisma.Sql; key: Prisma.Sql; order: readonly { column: Prisma.Sql; direction: 'ASC' | 'DESC' }[] }
  /** Further conditions. */
  where: readonly Prisma.Sql[]
  words: string
  limit: number
}

/**
 * The keys of a page of visible rows that have all the words, in order; of all visible rows when there are no words.
 * With few matches it begins at these, with many it goes along the index of the order and stops when the page is full.
 */
export async function pageOfKeys(tx: Tx, { table, branches, source, where, words, limit }: PageQuery): Promise<number[]> {
  if (branches.length === 0 || limit < 1) return []
  const search = matching(tx, table, words)
  if (!search && words.trim() !== '') return []
  const ids = search && await fewMatches(tx, search)
  if (ids?.length === 0) return []

  const { key } = source
  const order = Prisma.join(source.order.map(({ column, direction }) => Prisma.sql`${column} ${Prisma.raw(direction)}`))
  const sortColumns = Prisma.join(source.order.map(({ column }, index) => Prisma.sql`${column} AS ${Prisma.raw(`"s${index}"`)}`))
  const outerOrder = Prisma.join(source.order.map(({ direction }, index) => Prisma.raw(`"s${index}" ${direction}`)))

  const pages = branches.map((branch, index) => {
    const from = ids ? Prisma.sql`${idTable(tx, ids)} CROSS JOIN ${source.from} ${branch.join}` : branch.from
    const found = ids ? [Prisma.sql`${key} = h."id"`] : search ? [Prisma.sql`${key} IN (${search})`] : []
    const conditions = Prisma.join([...found, Prisma.sql`(${branch.where})`, ...where], ' AND ')
    return Prisma.sql`SELECT * FROM (SELECT ${key} AS "key", ${sortColumns} FROM ${from} WHERE ${conditions} ORDER BY ${order} LIMIT ${limit}) ${Prisma.raw(`b${index}`)}`
  })
  const rows = await tx.$queryRaw<{ key: number }[]>`${Prisma.join(pages, ' UNION ')} ORDER BY ${outerOrder} LIMIT ${limit}`
  return rows.map((row) => row.key)
}
