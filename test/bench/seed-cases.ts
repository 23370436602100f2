import Database from 'better-sqlite3'
import { indexTokens } from '../../src/domain/search-tokens.js'

const words = ['mail', 'delivery', 'delayed', 'calendar', 'sharing', 'drive', 'quota', 'login', 'password', 'refund', 'billing', 'groups', 'vault', 'export', 'admin', 'console', 'mobile', 'sync', 'meet', 'audio', '返金', '配信', '遅延', '環境', '共有', '환불', '지연', '帳單', '登入', 'facturation', 'retard', 'återbetalning']

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

/**
 * Fills a migrated SQLite file with two reseller domains, `count / 500` customers and `count` cases, one domain with
 * 99 of 100. Every word of the list stands in some five of a hundred titles, `rare` in one of ten thousand.
 */
export function seedCases(file: string, count: number): void {
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = ON')
  const next = random(1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const at = (minutes: number): string => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString().replace('Z', '+00:00')
  const organization = db.prepare(`INSERT INTO "Organization" ("id", "kind", "name", "primaryDomain", "createdAt") VALUES (?, ?, ?, ?, '2026-01-01T00:00:00.000+00:00')`)
  const customer = db.prepare(`INSERT INTO "Customer" ("id", "organizationId", "name", "domain", "supportTier", "resellerId", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, 'STANDARD', ?, '2026-01-01T00:00:00.000+00:00', '2026-01-01T00:00:00.000+00:00')`)
  const kase = db.prepare(`
    INSERT INTO "Case" ("number", "kind", "customerId", "filedByOrgId", "filedByName", "managedAtFilingId", "productId", "categoryId", "title", "answers", "severity", "language", "timeZone", "state", "filedAt", "updatedAt")
    VALUES (?, 'DELEGATED', ?, ?, 'Bench', ?, 'google-workspace', 'bench', ?, ?, ?, 'en', 'UTC', ?, ?, ?)`)
  const caseIndex = db.prepare('INSERT INTO "case_fts" (rowid, toks) VALUES (?, ?)')
  const customerIndex = db.prepare('INSERT INTO "customer_fts" (rowid, toks) VALUES (?, ?)')
  db.transaction(() => {
    organization.run('large', 'RESELLER', 'Large', 'large.example')
    organization.run('small', 'RESELLER', 'Small', 'small.example')
    db.exec(`INSERT INTO "Product" ("id", "name", "position") VALUES ('google-workspace', 'Google Workspace', 1);
      INSERT INTO "Category" ("id", "productId", "names", "keywords", "position") VALUES ('bench', 'google-workspace', '{"en":"Bench"}', '[]', 1)`)
    const customers = Math.max(Math.floor(count / 500), 100)
    for (let id = 1; id <= customers; id += 1) {
      const domain = `${pick(words.slice(0, 20))}-${id}.example`
      organization.run(`c${id}`, 'CUSTOMER', `Customer ${id}`, domain)
      customer.run(id, `c${id}`, `Customer ${id}`, domain, id % 100 === 0 ? 'small' : 'large')
      customerIndex.run(id, indexTokens(`Customer ${id} ${domain}`).join(' '))
    }
    for (let number = 1001; number <= 1000 + count; number += 1) {
      const id = 1 + Math.floor(next() * customers)
      const reseller = id % 100 === 0 ? 'small' : 'large'
      const title = `${pick(words)} ${pick(words)}${next() < 0.0001 ? ' rare' : ''}`
      const answer = `${pick(words)} since yesterday for everybody, ${pick(words)} too, ${number % 977}`
      const filed = number * 0.3
      kase.run(number, id, reseller, reseller, title, JSON.stringify([{ questionId: 'q', label: 'What happens?', answer }]), pick(['P1', 'P2', 'P3', 'P4']), pick(['NEW', 'IN_PROGRESS', 'CLOSED', 'CLOSED']), at(filed), at(filed + next() * 20_000))
      caseIndex.run(number, indexTokens(`${number} ${title} ${answer} Customer ${id}`).join(' '))
    }
  })()
  db.close()
}
