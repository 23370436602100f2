import { expect } from 'vitest'
import type { Store } from '../../src/store/open-store.js'

/** Tables that a refused request may write to: what was handled, and who was met. */
const besides = new Set(['handledDelivery', 'slackUser'])

const tables = [
  'accessEntry', 'account', 'accountRole', 'approval', 'approvalDecider', 'attachment', 'audit', 'case', 'caseCard', 'caseEvent', 'caseShare',
  'category', 'categoryQuestion', 'customer', 'customerAssignment', 'draft', 'handledDelivery', 'licenceAssignment', 'licencePool',
  'organization', 'organizationDomain', 'organizationalUnit', 'outbox', 'partnerRelation', 'product', 'resellerPolicy', 'role', 'rolePrivilege',
  'slackUser', 'subscription',
] as const

export type RowCounts = Record<(typeof tables)[number], number>

/** How many rows each table has. */
export async function rowCounts(store: Store): Promise<RowCounts> {
  const counted = await Promise.all(tables.map(async (table) => [table, await (store.db[table] as { count(): Promise<number> }).count()] as const))
  return Object.fromEntries(counted) as RowCounts
}

/** Runs something that must write no row: no table grows or shrinks, but for handled deliveries and who was met. */
export async function expectNoRowsWritten<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const before = await rowCounts(store)
  const result = await work()
  const after = await rowCounts(store)
  const written = tables.filter((table) => !besides.has(table) && before[table] !== after[table])
  expect(written).toEqual([])
  return result
}
