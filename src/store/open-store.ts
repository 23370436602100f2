import { PrismaPg } from '@prisma/adapter-pg'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PrismaClient, type Prisma } from './generated/sqlite/client.js'
import { serialSqlite } from './database/serial-sqlite.js'
import { parseStoreUrl, type StoreKind } from './database/store-url.js'

/** What a query of this room is handed: the transaction it belongs to. Plain reads may be handed `Store.db`. */
export type Tx = Prisma.TransactionClient

export type Db = PrismaClient

export interface Store {
  kind: StoreKind
  db: Db
  /**
   * All of `work` or nothing of it. Inside, use `tx` alone: on SQLite the outer `db` would wait for this very
   * transaction to end. `timeout` (ms, 15 s unless told otherwise) rolls a longer one back.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { timeout?: number }): Promise<T>
  /**
   * For work that only reads. On SQLite it takes no lock that another process may hold (an import), and each statement
   * waits for what this process writes; on PostgreSQL it is a transaction that cannot write.
   */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when the store answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

const kinds = new WeakMap<Tx, StoreKind>()

/** Which store a transaction is of, for the few raw queries that differ. */
export function kindOf(tx: Tx): StoreKind {
  const kind = kinds.get(tx)
  if (!kind) throw new Error('A transaction must come from Store.transaction, or be Store.db')
  return kind
}

/** Opens a migrated store, `file:…` or `postgresql://…`. A SQLite file's folder is made when it is missing. */
export async function openStore({ url }: { url: string }): Promise<Store> {
  const target = parseStoreUrl(url)
  const db = target.kind === 'sqlite' ? await sqliteClient(target.file) : await postgresqlClient(target.connectionString)
  // Opened now, so that a store that cannot be reached is told of at the start and not by the first query.
  await db.$connect()
  kinds.set(db, target.kind)
  const transaction: Store['transaction'] = (work, { timeout = 15_000 } = {}) =>
    db.$transaction((tx) => {
      kinds.set(tx, target.kind)
      return work(tx)
    }, { maxWait: 10_000, timeout })
  return {
    kind: target.kind,
    db,
    transaction,
    read: (work) => (target.kind === 'sqlite' ? work(db) : transaction((tx) => readOnly(tx, work))),
    ping: async () => { await db.$queryRaw`SELECT 1` },
    close: () => db.$disconnect(),
  }
}

async function readOnly<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`SET TRANSACTION READ ONLY`
  return work(tx)
}

async function sqliteClient(file: string): Promise<Db> {
  await mkdir(dirname(file), { recursive: true })
  return new PrismaClient({ adapter: serialSqlite(file), errorFormat: 'minimal' })
}

async function postgresqlClient(connectionString: string): Promise<Db> {
  const postgresql = await import('./generated/postgresql/client.js')
  const client = new postgresql.PrismaClient({ adapter: new PrismaPg({ connectionString }), errorFormat: 'minimal' })
  // Both clients are made from the same models; their rows are the same types, only the clients themselves are not.
  return client as unknown as Db
}
