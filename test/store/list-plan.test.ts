import { expect, test } from 'vitest'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import type { Tx } from '../../src/store/open-store.js'
import { Prisma } from '../../src/store/generated/sqlite/client.js'
import { caseBranches } from '../../src/store/visibility-sql.js'
import { freshSqlite } from '../support/stores.js'
import { accountOf, addCase, addTwoDomains, at, resellerOf } from './world.js'

const fresh = freshSqlite()

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
