/** Prisma's schema engine as WebAssembly, so that migrations are made and checked without downloading a binary. */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum,
  type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory, type SqlQuery, type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ScratchPostgres } from './scratch-postgres.js'

export type Kind = 'sqlite' | 'postgresql'

/** Full-text tables are made by hand and none of Prisma's business; SQLite keeps theirs in tables of its own. */
const externalTables: Record<Kind, string[]> = {
  sqlite: ['case_fts', 'customer_fts'].flatMap((table) => ['', '_data', '_idx', '_content', '_docsize', '_config'].map((part) => table + part)),
  postgresql: ['public.case_fts', 'public.customer_fts'],
}

/** The SQL that leads from a store's migrations to its schema; null when they agree. PostgreSQL needs the scratch server. */
export async function missingMigration(kind: Kind, postgres: ScratchPostgres): Promise<string | null> {
  await load()
  const factory = kind === 'sqlite' ? sqliteFactory() : postgresqlFactory(postgres)
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  try {
    const { exitCode, stdout } = await schemaEngine.diff({
      from: { tag: 'migrations', ...migrationList(kind) },
      to: { tag: 'schemaDatamodel', files: schemaFiles(kind) },
      script: true,
      exitCode: true,
      filters: { externalTables: externalTables[kind], externalEnums: [] },
    })
    return exitCode === 0 ? null : stdout ?? ''
  } finally {
    schemaEngine.free()
  }
}

export function migrationsFolder(kind: Kind): URL {
  return new URL(`./${kind}/migrations/`, import.meta.url)
}

function migrationList(kind: Kind) {
  const folder = migrationsFolder(kind)
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir: fileURLToPath(folder),
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync(new URL('migration_lock.toml', folder), 'utf8') },
    migrationDirectories: names.toSorted().map((path) => {
      const value = readFileSync(new URL(`${path}/migration.sql`, folder), 'utf8')
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  }
}

function schemaFiles(kind: Kind): { path: string; content: string }[] {
  const models = new URL('./models/', import.meta.url)
  const files = [new URL(`./${kind}/_base.prisma`, import.meta.url), ...readdirSync(models).map((name) => new URL(name, models))]
  return files.map((file) => ({ path: fileURLToPath(file), content: readFileSync(file, 'utf8') }))
}

interface WebAssemblyApi {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loaded: Promise<void> | undefined

/** The package's own entry imports the .wasm file as a module, which Node 20 cannot. */
function load(): Promise<void> {
  loaded ??= (async () => {
    const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
    // The language's own library has no types for it without a browser's.
    const { WebAssembly: webAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }
    const { instance } = await webAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': { ...engine } })
    Reflect.set(globalThis, 'PRISMA_WASM_PANIC_REGISTRY', { set_message: (message: string) => { process.stderr.write(`${message}\n`) } })
    engine.__wbg_set_wasm(instance.exports)
    const start = instance.exports['__wbindgen_start']
    if (typeof start === 'function') start()
  })()
  return loaded
}

function sqliteFactory(): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url: ':memory:' })
  // The engine hands over whole migrations as one statement, and better-sqlite3 prepares only the first of several.
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await inner.connect()
    const executeRaw = adapter.executeRaw.bind(adapter)
    return Object.assign(adapter, {
      executeRaw: async (query: SqlQuery) => (query.args.length > 0 ? executeRaw(query) : adapter.executeScript(query.sql).then(() => 0)),
    })
  }
  return { provider: inner.provider, adapterName: inner.adapterName, connect, connectToShadowDb: connect }
}

function postgresqlFactory(postgres: ScratchPostgres): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = new PrismaPg(postgres.urlOf())
  return {
    provider,
    adapterName,
    connect: () => connectPostgresql(postgres.urlOf()),
    connectToShadowDb: async () => {
      const name = `shadow_${randomUUID().replaceAll('-', '')}`
      await postgres.createDatabase(name)
      return connectPostgresql(postgres.urlOf(name))
    },
  }
}

/** What the adapter's own types keep to themselves. */
interface PerformsIO {
  performIO(query: SqlQuery): Promise<{ fields?: { dataTypeID: number }[] }>
}

/** PostgreSQL's catalogue has columns of the internal type "char". The adapter does not know it, the engine insists on it. */
async function connectPostgresql(url: string): Promise<SqlDriverAdapter> {
  const internalChar = 18
  const text = 25
  const adapter = await new PrismaPg(url).connect()
  const inner = adapter as unknown as PerformsIO
  const { queryRaw } = adapter
  return Object.assign(adapter, {
    queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
      const characters: number[] = []
      const knowing: PerformsIO = {
        performIO: async (asked) => {
          const result = await inner.performIO(asked)
          for (const [index, field] of (result.fields ?? []).entries()) {
            if (field.dataTypeID !== internalChar) continue
            field.dataTypeID = text
            characters.push(index)
          }
          return result
        },
      }
      const rows = await queryRaw.call(Object.assign(Object.create(adapter), knowing), query)
      for (const index of characters) rows.columnTypes[index] = ColumnTypeEnum.Character
      return rows
    },
  })
}
