/** The store's list, case, search and filing on SQLite beside the raw driver: `tsx test/bench/store.bench.ts [cases, 100000 by default]`. */
import Database from 'better-sqlite3'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import { findCase } from '../../src/store/cases/cases.js'
import { migrate } from '../../src/store/database/migrate.js'
import { openStore } from '../../src/store/open-store.js'
import { caseNumbersMatching, indexCase } from '../../src/store/search/search-index.js'
import { casesVisibleTo } from '../../src/store/visibility.js'
import { addCase, resellerOf } from '../store/world.js'
import { seedCases } from './seed-cases.js'

/** Milliseconds of one run, the middle of `times`. */
async function middle(times: number, work: () => unknown): Promise<number> {
  const took: number[] = []
  for (let run = 0; run < times; run += 1) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

/** Lines of figures, from a file of so many cases. */
export async function storeBench(cases: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-bench-'))
  const file = join(folder, 'bench.db')
  const url = `file:${file}`
  await migrate({ url })
  seedCases(file, cases)
  const raw = new Database(file)
  const store = await openStore({ url })
  try {
    const { db } = store
    const large = resellerOf('large')
    const list = raw.prepare(`SELECT c."number", c."title", c."state", c."severity", c."updatedAt", k."name" FROM "Case" c JOIN "Customer" k ON k."id" = c."customerId" WHERE c."managedAtFilingId" = 'large' AND k."resellerId" = 'large' ORDER BY c."updatedAt" DESC, c."number" DESC LIMIT 20`)
    const insert = raw.prepare(`INSERT INTO "Case" ("kind", "customerId", "filedByOrgId", "filedByName", "managedAtFilingId", "productId", "categoryId", "title", "answers", "severity", "language", "timeZone", "state", "filedAt", "updatedAt") VALUES ('DELEGATED', 1, 'large', 'x', 'large', 'google-workspace', 'bench', 'A title', '[]', 'P3', 'en', 'UTC', 'NEW', ?, ?)`)
    const show = raw.prepare(`SELECT c.*, k."name" FROM "Case" c JOIN "Customer" k ON k."id" = c."customerId" WHERE c."number" = ? AND c."managedAtFilingId" = 'large'`)
    const middleCase = 1000 + Math.floor(cases / 2)
    const time = '2026-11-01T00:00:00.000+00:00'
    const page = async (): Promise<unknown> => {
      const numbers = await findCaseNumbers(db, { actor: large, limit: 20 })
      return db.case.findMany({ where: { AND: [casesVisibleTo(large), { number: { in: numbers } }] }, select: { number: true, title: true, state: true, severity: true, updatedAt: true, customer: { select: { name: true } } } })
    }
    const search = (organization: string, words: string) => () => caseNumbersMatching(db, { actor: resellerOf(organization), words, limit: 20 })

    const rawList = await middle(200, () => list.all())
    const rawShow = await middle(200, () => show.get(middleCase))
    const rawInsert = await middle(200, () => insert.run(time, time))
    const figures: [what: string, ms: number, raw?: number][] = [
      ['raw driver: list of 20', rawList],
      ['store: numbers of a list of 20', await middle(200, () => findCaseNumbers(db, { actor: large, limit: 20 })), rawList],
      ['store: list of 20, with rows', await middle(200, page), rawList],
      ['store: list of 20 of the small domain', await middle(200, () => findCaseNumbers(db, { actor: resellerOf('small'), limit: 20 })), rawList],
      ['store: list of a domain that has none', await middle(200, () => findCaseNumbers(db, { actor: resellerOf('nobody'), limit: 20 })), rawList],
      ['store: search, a rare word', await middle(20, search('large', 'rare')), rawList],
      ['store: search, a common word', await middle(20, search('large', 'mail')), rawList],
      ['store: search, two common words', await middle(20, search('large', 'mail calendar')), rawList],
      ['store: search, two characters', await middle(20, search('large', '返金')), rawList],
      ['store: search, a common word, small domain', await middle(20, search('small', 'mail')), rawList],
      ['store: search, a word nobody wrote', await middle(20, search('large', 'zebra')), rawList],
      ['raw driver: one case', rawShow],
      ['store: one case with all it shows', await middle(200, () => findCase(db, large, middleCase, 20)), rawShow],
      ['raw driver: insert', rawInsert],
      ['store: case and its index row in a transaction', await middle(100, () => store.transaction(async (tx) => indexCase(tx, await addCase(tx, { customerId: 1, filedByOrgId: 'large', managedAtFilingId: 'large', categoryId: 'bench' })))), rawInsert],
    ]
    return figures.map(([what, ms, beside]) => `${what.padEnd(50)} ${ms.toFixed(3).padStart(9)} ms${beside === undefined ? '' : `  x${(ms / beside).toFixed(1)}`}`)
  } finally {
    await store.close()
    raw.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cases = Number(process.argv[2] ?? 100_000)
  process.stdout.write(`${cases} cases\n${(await storeBench(cases)).join('\n')}\n`)
}
