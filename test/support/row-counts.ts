import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Store } from '../../src/store/open-store.js'

/** Tables that may be written to while a request is refused: what was handled, who was met, and the seals of the bot's own chores. */
const besides = new Set(['handledDelivery', 'slackUser', 'auditSeal'])

const tables = [
  'accessEntry', 'account', 'accountRole', 'approval', 'approvalDecider', 'approvalMessage', 'attachment', 'audit', 'auditSeal', 'case', 'caseCard', 'caseEvent', 'caseShare',
  'category', 'categoryQuestion', 'customer', 'customerAssignment', 'draft', 'handledDelivery', 'keptForm', 'licenceAssignment', 'licencePool',
  'organization', 'organizationDomain', 'organizationalUnit', 'outbox', 'partnerRelation', 'product', 'resellerPolicy', 'role', 'rolePrivilege',
  'slackUser', 'subscription',
] as const

export type TableContents = Record<(typeof tables)[number], string>

/** What each table holds, as one hash. In no order: PostgreSQL moves a row that was written as it was. */
async function tableContents(store: Store): Promise<TableContents> {
  const hashes = await Promise.all(tables.map(async (table) => {
    // Sealing the trail is the bot's own chore, and goes on beside whatever is refused.
    const query = table === 'audit' ? { omit: { sealId: true } } : {}
    const rows = await (store.db[table] as unknown as { findMany(query: object): Promise<object[]> }).findMany(query)
    return [table, createHash('sha256').update(rows.map((row) => JSON.stringify(row)).sort().join('\n')).digest('hex')] as const
  }))
  return Object.fromEntries(hashes) as TableContents
}

/** Runs something that must write no row: no table gets, loses or changes one, but for handled deliveries and who was met. */
export async function expectNoRowsWritten<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const before = await tableContents(store)
  const result = await work()
  const after = await tableContents(store)
  const written = tables.filter((table) => !besides.has(table) && before[table] !== after[table])
  expect(written).toEqual([])
  return result
}
