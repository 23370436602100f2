import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  isDriverAdapterError, type SqlDriverAdapter, type SqlDriverAdapterFactory, type Transaction,
} from '@prisma/driver-adapter-utils'
import { setTimeout as delay } from 'node:timers/promises'

/** How long SQLite itself waits for another process's lock, in ms. It blocks the event loop, so it is short. */
const blockingWait = 50
/** How long to go on asking for that lock without blocking, in ms. */
const patience = 8_000

/**
 * Prisma's adapter for SQLite, with everything on its one connection in turn.
 *
 * The adapter as it comes lets a plain statement slip into a transaction that somebody else has open, where it is
 * acknowledged and lost when that one rolls back. Here a transaction holds the connection until it ends, and whoever
 * else wants it waits. Transactions take the write lock at once, so that a second process beside this one (an import)
 * makes them wait instead of failing half-way.
 */
export function serialSqlite(file: string): SqlDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url: file, timeout: blockingWait })
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => {
      const adapter = await inner.connect()
      await adapter.executeScript(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = ${blockingWait};`)
      return inTurn(adapter)
    },
  }
}

type Release = () => void

function inTurn(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const acquire = turns()

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => untilFree(() => alone(() => adapter.queryRaw(query))),
    executeRaw: (query) => untilFree(() => alone(() => adapter.executeRaw(query))),
    executeScript: (script) => alone(() => adapter.executeScript(script)),
    startTransaction: () => untilFree(() => begin(adapter, acquire)),
    dispose: () => alone(() => adapter.dispose()),
  }
}

async function begin(adapter: SqlDriverAdapter, acquire: () => Promise<Release>): Promise<Transaction> {
  const release = await acquire()
  try {
    await adapter.executeScript('BEGIN IMMEDIATE')
  } catch (error) {
    release()
    throw error
  }
  const rollback = (): Promise<void> => adapter.executeScript('ROLLBACK').finally(release)
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    // Prisma leaves COMMIT and ROLLBACK to this object.
    options: { usePhantomQuery: true },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: async () => {
      try {
        await adapter.executeScript('COMMIT')
      } catch (error) {
        // A failed COMMIT leaves the transaction open, and the next one would join it.
        await rollback().catch(() => {})
        throw error
      }
      release()
    },
    rollback,
    createSavepoint: (name) => adapter.executeScript(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => adapter.executeScript(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => adapter.executeScript(`RELEASE SAVEPOINT ${name}`),
  }
}

/** First come, first served; the release may be called more than once. */
function turns(): () => Promise<Release> {
  let last = Promise.resolve()
  return async () => {
    let release: Release = () => {}
    const before = last
    last = new Promise((resolve) => { release = resolve })
    await before
    return release
  }
}

/** Tries again while another process writes. Nothing was done by an attempt that found the file locked. */
async function untilFree<T>(attempt: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += blockingWait * 2) {
    try {
      return await attempt()
    } catch (error) {
      const locked = isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout'
      if (!locked || waited >= patience) throw error
      await delay(blockingWait)
    }
  }
}
