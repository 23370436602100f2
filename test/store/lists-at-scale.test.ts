/** 100,000 cases: each list, search, look-up, count and wait asks few queries, each along an index. Plans, never times. */
import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils'
import { describe, expect, test } from 'vitest'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import type { CasePage } from '../../src/store/cases/case-pages.js'
import { countCases } from '../../src/store/cases/case-counts.js'
import { findHeldFiles, findWaitingCases } from '../../src/store/cases/waiting-cases.js'
import { findListedCases } from '../../src/store/cases/case-lists.js'
import { findTaken } from '../../src/store/desk/desk-queue.js'
import { findCase } from '../../src/store/cases/cases.js'
import { migrate } from '../../src/store/database/migrate.js'
import { serialSqlite } from '../../src/store/database/serial-sqlite.js'
import { Prisma, PrismaClient } from '../../src/store/generated/sqlite/client.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store, Tx } from '../../src/store/open-store.js'
import { emptyStoreUrls, freshPostgresql, freshSqlite } from '../support/stores.js'
import { caseCount, fillCases } from './fill-cases.js'
import { loadCaseList } from '../../src/usecases/cases/case-list.js'
import { accountOf, addCase, addTwoDomains, at, resellerOf } from './world.js'

const emptyUrls = emptyStoreUrls()
const hikari = { ...resellerOf('hikari'), accountId: 'aiko' }
const desk = accountOf('desk', 'VENDOR', ['ANSWER_CASES'])
const acme = accountOf('acme', 'CUSTOMER', ['SUPPORT'])

const list = (page: Omit<CasePage, 'limit'>) => (tx: Tx) => findCaseNumbers(tx, { ...page, limit: 11 })

/** What is asked, how many queries it may take, and the index of "Case" that the first of them must begin with. */
const asked: [what: string, work: (tx: Tx) => Promise<unknown>, mostQueries: number, along: RegExp][] = [
  ['a reseller’s list', list({ actor: hikari }), 1, /SEARCH c USING INDEX Case_managedAtFilingId_updatedAt_number_idx/],
  ['its next page', list({ actor: hikari, after: { updatedAt: at(50_000), number: 60_000 } }), 1, /Case_managedAtFilingId_updatedAt_number_idx \(managedAtFilingId=\? AND updatedAt<\?\)/],
  ['of some states', list({ actor: hikari, states: ['ACTION_REQUIRED', 'NEW'] }), 1, /SEARCH c USING INDEX Case_managedAtFilingId_state_updatedAt_number_idx \(managedAtFilingId=\? AND state=\?/],
  ['of a severity', list({ actor: hikari, severities: ['P1'] }), 1, /SEARCH c USING INDEX Case_managedAtFilingId_updatedAt_number_idx/],
  ['of one customer', list({ actor: hikari, customerIds: [1] }), 1, /SEARCH c USING INDEX Case_(customerId|managedAtFilingId)_updatedAt_number_idx/],
  ['of one customer in a state', list({ actor: hikari, customerIds: [1], states: ['CLOSED'] }), 1, /SEARCH c USING INDEX Case_(customerId|managedAtFilingId)_state_updatedAt_number_idx/],
  ['only mine', list({ actor: hikari, ownerId: 'aiko' }), 1, /SEARCH c USING INDEX Case_ownerId_updatedAt_number_idx/],
  ['only mine in a state', list({ actor: hikari, ownerId: 'aiko', states: ['SOLUTION_PROVIDED'] }), 1, /SEARCH c USING INDEX Case_ownerId_state_updatedAt_number_idx/],
  ['the desk’s list', list({ actor: desk }), 1, /SCAN c USING INDEX Case_updatedAt_number_idx/],
  ['of the desk in a state', list({ actor: desk, states: ['NEW'] }), 1, /SEARCH c USING COVERING INDEX Case_state_updatedAt_number_idx/],
  ['what somebody at the desk took', list({ actor: desk, deskOwnerId: 'tomas' }), 1, /SEARCH c USING INDEX Case_deskOwnerId_updatedAt_number_idx/],
  ['what of it nobody closed', (tx) => findTaken(tx, { ...desk, accountId: 'tomas' }, null, 11), 1, /SEARCH c USING COVERING INDEX Case_deskOwnerId_state_updatedAt_number_idx \(deskOwnerId=\? AND state=\?\)/],
  ['a customer’s list', list({ actor: acme }), 1, /SEARCH c USING INDEX Case_customerId_updatedAt_number_idx/],
  ['of a customer in a state', list({ actor: acme, states: ['CLOSED'] }), 1, /SEARCH c USING COVERING INDEX Case_customerId_state_updatedAt_number_idx/],
  ['a search for what is rare', list({ actor: hikari, words: 'rare' }), 2, /SCAN case_fts VIRTUAL TABLE/],
  ['a search for what is common', list({ actor: hikari, words: 'common', states: ['NEW'] }), 2, /SCAN case_fts VIRTUAL TABLE/],
  ['counts by state', (tx) => countCases(tx, { actor: hikari }), 1, /SEARCH c USING INDEX Case_managedAtFilingId_state_updatedAt_number_idx \(managedAtFilingId=\? AND state=\?\)/],
  ['counts of one customer', (tx) => countCases(tx, { actor: hikari, customerIds: [1] }), 1, /SEARCH c USING INDEX Case_(customerId|managedAtFilingId)_state_updatedAt_number_idx/],
  ['counts of mine', (tx) => countCases(tx, { actor: hikari, ownerId: 'aiko' }), 1, /SEARCH c USING INDEX Case_ownerId_state_updatedAt_number_idx/],
  ['what waits', (tx) => findWaitingCases(tx, hikari, at(0), 9), 1, /SEARCH c USING INDEX Case_ownerId_state_updatedAt_number_idx.*SEARCH c USING INDEX Case_ownerId_portalWaitsSince_idx \(ownerId=\? AND portalWaitsSince<\?\)/s],
]

interface Sent { sql: string; values: unknown[] }

/** The raw queries that the work sends, as they were put together for this store. */
async function sentBy(store: Store, work: (tx: Tx) => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { $queryRaw: ask } = store.db
  const note = (query: Prisma.Sql | TemplateStringsArray, ...values: unknown[]): unknown => {
    const { sql, text, values: all } = 'raw' in query ? Prisma.sql(query, ...values) : query
    sent.push({ sql: store.kind === 'sqlite' ? sql : text, values: all })
    return ask.call(store.db, query, ...values)
  }
  Object.assign(store.db, { $queryRaw: note })
  try {
    await work(store.db)
  } finally {
    Object.assign(store.db, { $queryRaw: ask })
  }
  return sent
}

const explain = <T>(store: Store, how: string, { sql, values }: Sent): Promise<T[]> => store.db.$queryRawUnsafe<T[]>(`${how} ${sql}`, ...values)

describe('on SQLite', () => {
  const fresh = freshSqlite()
  test('with 100,000 cases everything goes along an index', { timeout: 120_000 }, async () => {
    const store = await fresh()
    await fillCases(store)
    expect(await store.db.case.count()).toBe(caseCount)
    const problems: string[] = []
    for (const [what, work, most, along] of asked) {
      const sent = await sentBy(store, work)
      if (sent.length === 0 || sent.length > most) problems.push(`${what}: ${sent.length} queries`)
      const steps = (await Promise.all(sent.map((each) => explain<{ detail: string }>(store, 'EXPLAIN QUERY PLAN', each)))).flat()
      const plan = steps.map(({ detail }) => detail).join('\n')
      if (!along.test(plan)) problems.push(`${what} goes another way:\n${plan}`)
      if (/SCAN c\b(?! USING)/.test(plan)) problems.push(`${what} reads every case:\n${plan}`)
      // What is overdue is sorted by when it was due: somebody's own open cases, and no more.
      if (what !== 'what waits' && sorts(plan)) problems.push(`${what} sorts what it reads:\n${plan}`)
    }
    expect(problems).toEqual([])
  })
})

/** Whether a branch sorts its cases; what is put together from branches is a page of each at most. */
function sorts(plan: string): boolean {
  return /SEARCH c USING INDEX Case_(?:managedAtFilingId|ownerId|state|updatedAt)\S*[^\n]*\n(?:SEARCH k[^\n]*\n)?USE TEMP B-TREE FOR ORDER BY/.test(plan)
}

describe('on PostgreSQL', () => {
  const fresh = freshPostgresql()

  interface Node { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)]

  test('with 100,000 cases no plan reads the whole table', { timeout: 120_000 }, async () => {
    const store = await fresh()
    await fillCases(store)
    await store.db.$executeRawUnsafe('ANALYZE')
    const problems: string[] = []
    for (const [what, work, most] of asked) {
      const sent = await sentBy(store, work)
      if (sent.length === 0 || sent.length > most) problems.push(`${what}: ${sent.length} queries`)
      for (const each of sent) {
        const [row] = await explain<{ 'QUERY PLAN': { Plan: Node }[] }>(store, 'EXPLAIN (FORMAT JSON)', each)
        const scans = all(row!['QUERY PLAN'][0]!.Plan).filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'Case')
        if (scans.length > 0) problems.push(`${what} reads every case: ${JSON.stringify(row)}`)
      }
    }
    expect(problems).toEqual([])
  })
})

describe('what Prisma asks by itself', () => {
  test.each<[string, (tx: Tx) => Promise<unknown>, number, RegExp]>([
    ['the rows of a page', (tx) => findListedCases(tx, hikari, [1, 2, 3]), 3, /SEARCH main\.Case USING INTEGER PRIMARY KEY/],
    ['one case', (tx) => findCase(tx, hikari, 5, 5), 15, /SEARCH main\.Case USING INTEGER PRIMARY KEY/],
    ['held files', (tx) => findHeldFiles(tx, hikari, 9), 1, /SEARCH main\.Attachment USING INDEX Attachment_addedById_state_idx/],
  ])('%s', async (_what, work, most, along) => {
    const plans = await plansOfAsked(work)
    expect(plans.length).toBeLessThanOrEqual(most)
    expect(plans.join('\n')).toMatch(along)
    expect(plans.join('\n')).not.toMatch(/SCAN main\.Case(?! USING)/)
  })

  test('a page of `/case list` asks as few queries for ten cases as for one', async () => {
    const ask = (cases: number) => plansOfAsked((tx) => loadCaseList(tx, hikari, { limit: 10 }, at(0)), async (store) => {
      await addTwoDomains(store)
      await store.transaction(async (tx) => {
        for (let each = 1; each <= cases; each += 1) await addCase(tx, { customerId: 1, filedByOrgId: 'hikari', managedAtFilingId: 'hikari', updatedAt: at(each) })
      })
    })
    const [one, many] = [await ask(1), await ask(12)]
    expect(many).toHaveLength(one.length)
    // The page; its rows with their customers and owners; and what decides whether those customers' cases may be read.
    expect(many.length).toBeLessThanOrEqual(9)
  })

  /** As SQLite goes about it: it has no statistics, so that the rows there are do not matter. */
  async function plansOfAsked(work: (tx: Tx) => Promise<unknown>, fill?: (store: Store) => Promise<void>): Promise<string[]> {
    const url = await emptyUrls.sqlite()
    await migrate({ url })
    const store = await openStore({ url })
    await fill?.(store)
    await store.close()
    const queries: SqlQuery[] = []
    const inner = serialSqlite(url.slice('file:'.length))
    const connect = async (): Promise<SqlDriverAdapter> => {
      const adapter = await inner.connect()
      return { ...adapter, queryRaw: (query) => { queries.push(query); return adapter.queryRaw(query) } }
    }
    const db = new PrismaClient({ adapter: { ...inner, connect } })
    try {
      await work(db)
      const plans: string[] = []
      for (const { sql, args } of queries.splice(0)) {
        const steps = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args)
        plans.push(steps.map((step) => step.detail).join('\n'))
      }
      return plans
    } finally {
      await db.$disconnect()
    }
  }
})
