import type { Store } from '../../src/store/open-store.js'
import { addTwoDomains, at } from './world.js'

export const caseCount = 100_000

/**
 * Two reseller domains with a customer each, hikari with nine of ten cases; of every hundred, ninety-five closed. `aiko`
 * owns one of ten, `tomas` at the desk works on one of fifty. Written by the store itself, in a second or two.
 */
export async function fillCases(store: Store): Promise<void> {
  await addTwoDomains(store)
  for (const [id, organizationId] of [['aiko', 'hikari'], ['tomas', 'desk']] as const) {
    const email = `${id}@${organizationId}.example`
    await store.db.account.create({ data: { id, organizationId, email, name: id, personEmail: email, status: 'ACTIVE', createdAt: at(0) } })
  }
  const { constant, time, json, index } = store.kind === 'sqlite' ? sqlite : postgresql
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${caseCount})`
  const states = ['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'].map((state, i) => `WHEN i % 100 = ${95 + i} THEN ${constant(state, 'CaseState')}`).join(' ')
  const severities = ['P1', 'P2', 'P3'].map((severity, i) => `WHEN i % 4 = ${i} THEN ${constant(severity, 'Severity')}`).join(' ')
  const domain = `CASE WHEN i % 10 = 0 THEN 'boreal' ELSE 'hikari' END`
  const title = `'common ' || CASE WHEN i % 10000 = 0 THEN 'rare ' ELSE 'case ' END || i`
  await store.db.$executeRawUnsafe(`
    INSERT INTO "Case" ("number", "customerId", "filedByOrgId", "managedAtFilingId", "kind", "title", "productId", "categoryId", "filedByName", "language", "timeZone", "answers", "state", "severity", "ownerId", "deskOwnerId", "filedAt", "updatedAt")
    ${numbers}
    SELECT i, CASE WHEN i % 10 = 0 THEN 2 ELSE 1 END, ${domain}, ${domain}, ${constant('DELEGATED', 'CaseKind')}, ${title}, 'google-workspace', 'cat-google-workspace', 'Somebody', 'en', 'UTC', ${json},
      CASE ${states} ELSE ${constant('CLOSED', 'CaseState')} END, CASE ${severities} ELSE ${constant('P4', 'Severity')} END,
      CASE WHEN i % 10 = 5 THEN 'aiko' END, CASE WHEN i % 50 = 2 THEN 'tomas' END, ${time('i')}, ${time('i + (i * 7919) % 5000')}
    FROM n`)
  await store.db.$executeRawUnsafe(`INSERT INTO "case_fts" ${index} ${numbers} SELECT i, ${store.kind === 'sqlite' ? title : `to_tsvector('simple', ${title})`} FROM n`)
}

/** Minutes after the beginning. */
const sqlite = {
  constant: (value: string) => `'${value}'`,
  time: (minutes: string) => `strftime('%Y-%m-%dT%H:%M:%S.000+00:00', '2026-11-01', '+' || (${minutes}) || ' minutes')`,
  json: `'[]'`,
  index: '(rowid, "toks")',
}

const postgresql = {
  constant: (value: string, type: string) => `CAST('${value}' AS "${type}")`,
  time: (minutes: string) => `TIMESTAMP '2026-11-01' + (${minutes}) * INTERVAL '1 minute'`,
  json: `CAST('[]' AS jsonb)`,
  index: '("number", "toks")',
}
