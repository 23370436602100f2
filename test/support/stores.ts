import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, inject } from 'vitest'
import { openStore, type Store } from '../../src/store/open-store.js'

/** A describe-block for each kind of store. `fresh` gives a migrated, empty one, closed and removed after the test. */
export function eachStore(body: (name: Store['kind'], fresh: () => Promise<Store>) => void): void {
  describe('sqlite', () => { body('sqlite', freshSqlite()) })
  describe('postgresql', () => { body('postgresql', freshPostgresql()) })
}

type Cleanup = () => Promise<void>

/** What is to be undone after each test, newest first. */
function undone(): (step: Cleanup) => void {
  const steps: Cleanup[] = []
  afterEach(async () => {
    for (const step of steps.splice(0).toReversed()) await step()
  })
  return (step) => { steps.push(step) }
}

/** To be called in a describe-block: makes stores in temporary files. */
export function freshSqlite(): () => Promise<Store> {
  const after = undone()
  return async () => {
    const url = await temporarySqliteUrl(after)
    await copyFile(inject('sqliteTemplate'), url.slice('file:'.length))
    return closing(await openStore({ url }), after)
  }
}

/** To be called in a describe-block: makes stores in databases of their own. */
export function freshPostgresql(): () => Promise<Store> {
  const after = undone()
  return async () => closing(await openStore({ url: await temporaryPostgresqlUrl(after, inject('postgres').template) }), after)
}

/** To be called in a describe-block: URLs of empty stores without tables. */
export function emptyStoreUrls(): Record<Store['kind'], () => Promise<string>> {
  const after = undone()
  return { sqlite: () => temporarySqliteUrl(after), postgresql: () => temporaryPostgresqlUrl(after, 'template0') }
}

async function temporarySqliteUrl(after: (step: Cleanup) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-store-'))
  after(() => rm(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'store.db')}`
}

async function temporaryPostgresqlUrl(after: (step: Cleanup) => void, template: string): Promise<string> {
  const { adminUrl } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  after(() => asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function closing(store: Store, after: (step: Cleanup) => void): Store {
  after(() => store.close())
  return store
}
