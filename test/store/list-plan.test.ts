import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils'
import { expect, test } from 'vitest'
import { findAskedBy } from '../../src/store/approvals/approval-lists.js'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import { cardsOfCustomer } from '../../src/store/cases/posted-cards.js'
import { migrate } from '../../src/store/database/migrate.js'
import { serialSqlite } from '../../src/store/database/serial-sqlite.js'
import type { Tx } from '../../src/store/open-store.js'
import { Prisma, PrismaClient } from '../../src/store/generated/sqlite/client.js'
import { caseBranches } from '../../src/store/visibility-sql.js'
import { emptyStoreUrls, freshSqlite } from '../support/stores.js'
import { accountOf, addCase, addTwoDomains, at, resellerOf } from './world.js'

const fresh = freshSqlite()
const emptyUrls = emptyStoreUrls()

async function planOf(tx: Tx, query: Prisma.Sql): Promise<string[]> {
  const steps = await tx.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${query}`
  return steps.map((step) => step.detail)
}

/** As store/page-query.ts puts it. */
function pageOf({ from, where }: { from: Prisma.Sql; where: Prisma.Sql }, more = Prisma.empty): Prisma.Sql {
  return Prisma.sql`SELECT c."number" FROM ${from} WHERE (${where}) ${more} ORDER BY c."updatedAt" DESC, c."number" DESC LIMIT 20`
}

test('the list of a reseller\'s own cases runs along (managedAtFilingId, updatedAt, number) and sorts nothing', async () => {
  const { db } = await fresh()
  const [managed] = caseBranches(resellerOf('hikari'))
  if (!managed) throw new Error('no branch')
  for (const more of [Prisma.empty, Prisma.sql`AND c."updatedAt" <= ${at(5)} AND (c."updatedAt" < ${at(5)} OR c."number" < ${7})`]) {
    const plan = (await planOf(db, pageOf(managed, more))).join('\n')
    expect(plan).toMatch(/SEARCH c USING INDEX Case_managedAtFilingId_updatedAt_number_idx \(managedAtFilingId=\?/)
    expect(plan).not.toContain('TEMP B-TREE')
    expect(plan).not.toContain('SCAN c')
  }
})

test.each([
  ['the desk', accountOf('desk', 'VENDOR', ['ANSWER_CASES']), /SCAN c USING INDEX Case_updatedAt_number_idx/],
  ['a customer', accountOf('acme', 'CUSTOMER', ['SUPPORT']), /SEARCH c USING INDEX Case_customerId_updatedAt_number_idx/],
])('the list of %s runs along an index and sorts nothing', async (_who, actor, step) => {
  const { db } = await fresh()
  const [branch] = caseBranches(actor)
  if (!branch) throw new Error('no branch')
  const plan = (await planOf(db, pageOf(branch))).join('\n')
  expect(plan).toMatch(step)
  expect(plan).not.toContain('TEMP B-TREE')
})

test('a partner\'s list begins at its relations and reads no case of other customers', async () => {
  const { db } = await fresh()
  const supported = caseBranches(resellerOf('hikari')).at(-1)
  if (!supported) throw new Error('no branch')
  const plan = (await planOf(db, pageOf(supported))).join('\n')
  expect(plan).toMatch(/SEARCH s USING INDEX PartnerRelation_partnerId_state_idx/)
  expect(plan).toMatch(/SEARCH c USING INDEX Case_customerId_updatedAt_number_idx \(customerId=\?/)
})

test.each([
  ['a card', Prisma.sql`SELECT "channelId" FROM "CaseCard" WHERE "channel" = ${'updates'} ORDER BY "caseNumber" DESC LIMIT 1`, /SEARCH CaseCard USING INDEX CaseCard_channel_caseNumber_idx/],
  ['a request', Prisma.sql`SELECT "channelId" FROM "ApprovalMessage" WHERE "place" = ${'channel:approvals'} ORDER BY "approvalId" DESC LIMIT 1`, /SEARCH ApprovalMessage USING INDEX ApprovalMessage_place_approvalId_idx/],
])('the id of a channel that goes by its name is found by %s without reading those of others', async (_what, query, step) => {
  const { db } = await fresh()
  const plan = (await planOf(db, query)).join('\n')
  expect(plan).toMatch(step)
  expect(plan).not.toContain('TEMP B-TREE')
})

/** The plans of what `work` asks of the store, as SQLite itself would go about it. */
async function plansOfAsked(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const url = await emptyUrls.sqlite()
  await migrate({ url })
  const asked: SqlQuery[] = []
  const inner = serialSqlite(url.slice('file:'.length))
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await inner.connect()
    return { ...adapter, queryRaw: (query) => { asked.push(query); return adapter.queryRaw(query) } }
  }
  const db = new PrismaClient({ adapter: { ...inner, connect } })
  try {
    await work(db)
    const plans: string[] = []
    for (const { sql, args } of asked.splice(0)) {
      const steps = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args)
      plans.push(steps.map((step) => step.detail).join('\n'))
    }
    return plans
  } finally {
    await db.$disconnect()
  }
}

test('a page of a customer\'s cards runs along (customerId, updatedAt, number), from where the last one ended, and sorts no cases', async () => {
  const plans = await Promise.all([null, { updatedAt: at(5), number: 7 }].map((after) => plansOfAsked((tx) => cardsOfCustomer(tx, 1, after, 50))))
  const [first, next] = plans.map(([cases]) => cases)
  expect(first).toMatch(/SEARCH main\.Case USING COVERING INDEX Case_customerId_updatedAt_number_idx \(customerId=\?\)/)
  expect(next).toMatch(/SEARCH main\.Case USING COVERING INDEX Case_customerId_updatedAt_number_idx \(customerId=\? AND updatedAt>\?\)/)
  for (const plan of [first, next]) expect(plan).not.toContain('TEMP B-TREE')
})

test.each([null, 'request'])('what somebody asked for, after %s, runs along (requesterId, id) and sorts nothing', async (after) => {
  const [requests] = await plansOfAsked((tx) => findAskedBy(tx, { accountId: 'aiko', organizationId: 'hikari' }, at(0), { after, take: 6 }))
  expect(requests).toMatch(/SEARCH main\.Approval USING INDEX Approval_requesterId_id_idx \(requesterId=\?/)
  expect(requests).not.toContain('TEMP B-TREE')
})

test('a list asks one query', async () => {
  const store = await fresh()
  await addTwoDomains(store)
  await store.transaction((tx) => addCase(tx, { customerId: 1, filedByOrgId: 'hikari', managedAtFilingId: 'hikari' }))
  let queries = 0
  const counting = new Proxy(store.db, {
    get: (target, key, receiver) => {
      if (key === '$queryRaw') queries += 1
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  expect(await findCaseNumbers(counting, { actor: resellerOf('hikari'), limit: 5 })).toEqual([1001])
  expect(queries).toBe(1)
})
