import Database from 'better-sqlite3'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { migrate } from '../../src/store/database/migrate.js'
import { openStore, type Store, type Tx } from '../../src/store/open-store.js'
import { parseStoreUrl, storeName } from '../../src/store/database/store-url.js'
import { eachStore, freshSqlite } from '../support/stores.js'
import { addCase, addTwoDomains, at } from './world.js'

const acmeCase = { customerId: 1, filedByOrgId: 'hikari', managedAtFilingId: 'hikari' } as const

async function addDelivery(tx: Tx, key: string): Promise<void> {
  await tx.handledDelivery.create({ data: { key, at: at(0) } })
}

const keysOf = (store: Store): Promise<string[]> => keysIn(store.db)

async function keysIn(tx: Tx): Promise<string[]> {
  return (await tx.handledDelivery.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key)
}

eachStore((name, fresh) => {
  test('answers, and numbers cases from 1001', async () => {
    const store = await fresh()
    expect(store.kind).toBe(name)
    await store.ping()
    await addTwoDomains(store)
    expect(await store.transaction((tx) => addCase(tx, acmeCase))).toBe(1001)
  })

  test('trap 1: a write beside a transaction that rolls back is kept, and its rows are not seen', async () => {
    const store = await fresh()
    let proceed = (): void => {}
    const beside = new Promise<void>((resolve) => { proceed = resolve })
    let open = (): void => {}
    const opened = new Promise<void>((resolve) => { open = resolve })

    const rolledBack = store.transaction(async (tx) => {
      await addDelivery(tx, 'undone')
      open()
      await beside
      throw new Error('no')
    })
    await opened
    const write = addDelivery(store.db, 'plain')
    const read = keysOf(store)
    const second = store.transaction((tx) => addDelivery(tx, 'second'))
    // What is asked for beside an open transaction has had its chance to slip in before the transaction goes on.
    await nextTurn()
    proceed()

    await expect(rolledBack).rejects.toThrow('no')
    await Promise.all([write, second])
    expect(await read).not.toContain('undone')
    expect(await keysOf(store)).toEqual(['plain', 'second'])
  })

  test('trap 1 for reads too: nothing of a transaction that rolls back is read beside it', async () => {
    const store = await fresh()
    let read = Promise.resolve<string[]>([])
    const rolledBack = store.transaction(async (tx) => {
      await addDelivery(tx, 'undone')
      read = store.read(keysIn)
      await nextTurn()
      await addDelivery(tx, 'undone too')
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect(await read).toEqual([])
  })

  test('what only reads answers with the rows, or with what it throws', async () => {
    const store = await fresh()
    await addDelivery(store.db, 'known')
    expect(await store.read(keysIn)).toEqual(['known'])
    await expect(store.read(async (tx) => { await keysIn(tx); throw new Error('no') })).rejects.toThrow('no')
    expect(await store.read(keysIn)).toEqual(['known'])
    if (name === 'postgresql') await expect(store.read((tx) => addDelivery(tx, 'new'))).rejects.toThrow(/read-only/)
  })

  test('a transaction that takes too long is rolled back, and the store goes on', async () => {
    const store = await fresh()
    const late = store.transaction(async (tx) => {
      await addDelivery(tx, 'late')
      for (;;) {
        await nextTurn()
        await tx.handledDelivery.count()
      }
    }, { timeout: 40 })
    await expect(late).rejects.toMatchObject({ code: 'P2028' })
    await addDelivery(store.db, 'next')
    expect(await keysOf(store)).toEqual(['next'])
  })

  test('many writers at once each write once', async () => {
    const store = await fresh()
    const keys = Array.from({ length: 40 }, (_, index) => `k${String(index).padStart(2, '0')}`)
    await Promise.all(keys.map((key, index) => (index % 2 ? addDelivery(store.db, key) : store.transaction((tx) => addDelivery(tx, key)))))
    expect(await keysOf(store)).toEqual(keys)
  })

  test('a failing statement ends its transaction and nobody else\'s', async () => {
    const store = await fresh()
    await addDelivery(store.db, 'known')
    await expect(store.transaction(async (tx) => {
      await addDelivery(tx, 'new')
      await addDelivery(tx, 'known')
    })).rejects.toMatchObject({ code: 'P2002' })
    await store.transaction((tx) => addDelivery(tx, 'after'))
    expect(await keysOf(store)).toEqual(['after', 'known'])
  })
})

const fresh = freshSqlite()

test('SQLite: set up for one writing process, with rows that must exist', async () => {
  const { db } = await fresh()
  const pragma = async (name: string): Promise<unknown> => Object.values((await db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {}).map(String).join()
  expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual(['wal', '1', '1'])
  await expect(db.accountRole.create({ data: { accountId: 'nobody', roleId: 'none', grantedAt: at(0) } })).rejects.toMatchObject({ code: 'P2003' })
})

test('SQLite: waits while another process writes, without blocking, and writes then', async () => {
  const store = await fresh()
  const [row] = await store.db.$queryRaw<{ file: string }[]>`PRAGMA database_list`
  const other = new Database(row?.file ?? '')
  other.exec('BEGIN IMMEDIATE')
  other.prepare(`INSERT INTO "HandledDelivery" ("key", "at") VALUES ('other', '2026-11-01T00:00:00.000+00:00')`).run()
  const writes = [addDelivery(store.db, 'plain'), store.transaction(async (tx) => { await tx.handledDelivery.count(); await addDelivery(tx, 'read then written') })]
  expect(await keysOf(store)).toEqual([])
  let ticks = 0
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => { ticks += 1; if (ticks === 3) { clearInterval(timer); resolve() } }, 20)
  })
  other.exec('COMMIT')
  other.close()
  await Promise.all(writes)
  expect(await keysOf(store)).toEqual(['other', 'plain', 'read then written'])
})

test('SQLite: reads while another process writes', async () => {
  const store = await fresh()
  await addDelivery(store.db, 'before')
  const [row] = await store.db.$queryRaw<{ file: string }[]>`PRAGMA database_list`
  const other = new Database(row?.file ?? '')
  other.exec('BEGIN IMMEDIATE')
  other.prepare(`INSERT INTO "HandledDelivery" ("key", "at") VALUES ('other', '2026-11-01T00:00:00.000+00:00')`).run()
  // Were it to ask for the lock, this would not resolve before the other has ended.
  expect(await store.read(async (tx) => [await keysIn(tx), await keysIn(tx)])).toEqual([['before'], ['before']])
  other.exec('ROLLBACK')
  other.close()
})

test('SQLite: a path is relative to the working folder, and its folder is made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-url-'))
  try {
    const url = `file:${join(folder, 'a', 'b', 'store.db')}`
    await migrate({ url })
    await (await openStore({ url })).close()
    expect(parseStoreUrl('file:./data/onbehalf.db')).toEqual({ kind: 'sqlite', file: join(process.cwd(), 'data', 'onbehalf.db') })
    expect(parseStoreUrl('file:///var/lib/onbehalf.db')).toEqual({ kind: 'sqlite', file: '/var/lib/onbehalf.db' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test.each([
  ['file:./data/onbehalf.db', join(process.cwd(), 'data', 'onbehalf.db')],
  ['postgresql://bot:s3cr3t@db.example:5433/onbehalf?sslmode=require', 'db.example:5433/onbehalf'],
  ['postgresql://bot:s3?cr@et@db.example/onbehalf', 'db.example/onbehalf'],
  ['postgres://bot@/onbehalf?host=/var/run/postgresql', '/var/run/postgresql/onbehalf'],
])('people are told of a store without its password: %s', (url, name) => {
  expect(storeName(url)).toBe(name)
})

test.each(['', 'onbehalf.db', 'mysql://localhost/x', 'file:', 'file::memory:'])('a URL that is none is refused: %j', (url) => {
  expect(() => parseStoreUrl(url)).toThrow(/file:<path>/)
})
