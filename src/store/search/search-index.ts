/** Keyword search over cases and customers, within what the actor may see. Index rows are written with the rows themselves. */
import type { Actor } from '../../domain/actor.js'
import { indexTokens, matchesWords, queryTokens } from '../../domain/search-tokens.js'
import { findCaseNumbers, type CasePage } from '../cases/case-pages.js'
import { writeIndexRows } from './full-text.js'
import { Prisma } from '../generated/sqlite/client.js'
import { readCaseAnswers } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { pageOfKeys } from '../cases/page-query.js'
import { customerBranches } from '../visibility-sql.js'

/** Rows indexed at a time: bound parameters and memory stay small. */
const batch = 500

/** Brings the index up to the customers' present rows; in the transaction that wrote them. */
export async function indexCustomers(tx: Tx, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += batch) {
    const rows = await tx.customer.findMany({ where: { id: { in: ids.slice(start, start + batch) } }, select: { id: true, ...customerText } })
    await writeIndexRows(tx, 'customer', rows.map((row) => ({ id: row.id, tokens: indexTokens(textOfCustomer(row)) })))
  }
}

/** Brings the index up to a case's present row; in the transaction that wrote it. */
export async function indexCase(tx: Tx, number: number): Promise<void> {
  const row = await tx.case.findUniqueOrThrow({ where: { number }, select: caseText })
  await writeIndexRows(tx, 'case', [{ id: number, tokens: indexTokens(textOfCase(row)) }])
}

/** Of the customers that an import calls anew, so many cases are indexed again: the newest. */
const mostCasesRenamed = 10_000

/** The index rows of these customers' cases, which hold what the customer is called; in the transaction that renamed it. */
export async function indexCasesOfCustomers(tx: Tx, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return
  for (let done = 0, before: number | undefined; done < mostCasesRenamed; done += batch) {
    const rows = await tx.case.findMany({
      where: { customerId: { in: [...customerIds] }, ...(before !== undefined && { number: { lt: before } }) },
      orderBy: { number: 'desc' }, take: batch, select: caseText,
    })
    await writeIndexRows(tx, 'case', rows.map((row) => ({ id: row.number, tokens: indexTokens(textOfCase(row)) })))
    before = rows.at(-1)?.number
    if (rows.length < batch) return
  }
}

export interface CustomerSearch {
  actor: Actor
  /** Every customer when blank. */
  words: string
  limit: number
}

/** Where the index may match falsely, so many rows are looked at with one query, and so many queries are made at most. */
const atOneLook = 200
const mostLooks = 25

/** Customers the actor may see that have all the words, by name. */
export async function customerIdsMatching(tx: Tx, { actor, words, limit }: CustomerSearch): Promise<number[]> {
  const find = (take: number, where: Prisma.Sql[]): Promise<number[]> =>
    pageOfKeys(tx, { table: 'customer', branches: customerBranches(actor), source: customerSource, where, words, limit: take })
  if (!mayMatchFalsely(words)) return find(limit, [])
  const take = Math.max(limit, atOneLook)
  const matching: number[] = []
  let last: { id: number; name: string } | undefined
  for (let look = 1; look <= mostLooks && matching.length < limit; look += 1) {
    const ids = await find(take, last ? [Prisma.sql`k."name" >= ${last.name} AND (k."name" > ${last.name} OR k."id" > ${last.id})`] : [])
    const rows = await tx.customer.findMany({ where: { id: { in: ids } }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, ...customerText } })
    matching.push(...rows.filter((row) => matchesWords(textOfCustomer(row), words)).map((row) => row.id))
    last = rows.at(-1)
    if (ids.length < take || !last) break
  }
  return matching.slice(0, limit)
}

/** Cases the actor may see that have all the words, newest update first. */
export async function caseNumbersMatching(tx: Tx, page: CasePage): Promise<number[]> {
  const { words = '', limit } = page
  if (!mayMatchFalsely(words)) return findCaseNumbers(tx, page)
  const take = Math.max(limit, atOneLook)
  const matching: number[] = []
  let after = page.after
  for (let look = 1; look <= mostLooks && matching.length < limit; look += 1) {
    const numbers = await findCaseNumbers(tx, { ...page, limit: take, ...(after && { after }) })
    const rows = await tx.case.findMany({ where: { number: { in: numbers } }, orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }], select: { updatedAt: true, ...caseText } })
    matching.push(...rows.filter((row) => matchesWords(textOfCase(row), words)).map((row) => row.number))
    after = rows.at(-1)
    if (numbers.length < take || !after) break
  }
  return matching.slice(0, limit)
}

/** Whether the index knows the words by pairs of characters, which may lie apart in what it finds. */
function mayMatchFalsely(words: string): boolean {
  return queryTokens(words).filter((token) => !token.prefix).length > 1
}

const customerSource = {
  from: Prisma.sql`"Customer" k`,
  key: Prisma.sql`k."id"`,
  order: [{ column: Prisma.sql`k."name"`, direction: 'ASC' }, { column: Prisma.sql`k."id"`, direction: 'ASC' }],
} as const

const customerText = { name: true, domain: true, externalId: true } as const satisfies Prisma.CustomerSelect

function textOfCustomer(row: { name: string; domain: string; externalId: string | null }): string {
  return [row.name, row.domain, row.externalId ?? ''].join('\n')
}

/** What everybody who sees the case may read; notes are left out, for they are one organization's alone (SCOPE-6). */
const caseText = { number: true, title: true, answers: true, portalNumber: true, customer: { select: { name: true, domain: true } } } as const satisfies Prisma.CaseSelect

function textOfCase(row: Prisma.CaseGetPayload<{ select: typeof caseText }>): string {
  const answers = readCaseAnswers(row.answers).map(({ answer }) => answer)
  return [row.number, row.title, ...answers, row.customer.name, row.customer.domain, row.portalNumber ?? ''].join('\n')
}
