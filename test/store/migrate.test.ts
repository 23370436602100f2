import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/database/migrate.js'
import { migratePostgresql } from '../../src/store/database/migrate-postgresql.js'
import { migrateSqlite } from '../../src/store/database/migrate-sqlite.js'
import { MigrationError, pendingMigrations, shippedMigrations, type Migration } from '../../src/store/database/migration-plan.js'
import { parseStoreUrl } from '../../src/store/database/store-url.js'
import { emptyStoreUrls } from '../support/stores.js'

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const parents = migration('1_parents', `
  CREATE TABLE "Parent" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT);
  CREATE TABLE "Child" ("id" INTEGER NOT NULL PRIMARY KEY, "parentId" INTEGER NOT NULL, CONSTRAINT "c" FOREIGN KEY ("parentId") REFERENCES "Parent" ("id") ON DELETE CASCADE);
  INSERT INTO "Parent" VALUES (1, 'a'); INSERT INTO "Child" VALUES (7, 1);`)

/** As Prisma writes it when a column of a SQLite table changes. */
const rebuild = migration('2_rebuild', `
  PRAGMA defer_foreign_keys=ON;
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_Parent" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '');
  INSERT INTO "new_Parent" ("id", "name") SELECT "id", coalesce("name", '') FROM "Parent";
  DROP TABLE "Parent";
  ALTER TABLE "new_Parent" RENAME TO "Parent";
  PRAGMA foreign_keys=ON;
  PRAGMA defer_foreign_keys=OFF;`)

interface Server {
  run: (url: string, shipped: readonly Migration[]) => Promise<string[]>
  query: (url: string, sql: string) => Promise<unknown[]>
}

function fileOf(url: string): string {
  const target = parseStoreUrl(url)
  if (target.kind !== 'sqlite') throw new Error(url)
  return target.file
}

const servers: Record<'sqlite' | 'postgresql', Server> = {
  sqlite: {
    run: async (url, shipped) => migrateSqlite(fileOf(url), shipped),
    query: async (url, sql) => {
      const db = new Database(fileOf(url))
      try {
        const statement = db.prepare(sql)
        return statement.reader ? statement.all() : [statement.run()]
      } finally {
        db.close()
      }
    },
  },
  postgresql: {
    run: migratePostgresql,
    query: async (url, sql) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return (await client.query<object>(sql)).rows
      } finally {
        await client.end()
      }
    },
  },
}

describe.each(['sqlite', 'postgresql'] as const)('%s', (kind) => {
  const emptyUrl = emptyStoreUrls()[kind]
  const { run, query } = servers[kind]

  test('of several starters one applies, the others find nothing to do', async () => {
    const url = await emptyUrl()
    const names = shippedMigrations(kind).map(({ name }) => name)
    const applied = await Promise.all([migrate({ url }), migrate({ url }), migrate({ url })])
    expect(applied.flat().toSorted()).toEqual(names.toSorted())
    expect(await migrate({ url })).toEqual([])
  })

  test('applies what is new, in order', async () => {
    const url = await emptyUrl()
    expect(await run(url, [parents])).toEqual(['1_parents'])
    const more = [parents, migration('2_more', 'CREATE TABLE "More" ("id" INTEGER)'), migration('3_most', 'INSERT INTO "More" VALUES (3)')]
    expect(await run(url, more)).toEqual(['2_more', '3_most'])
    expect(await query(url, 'SELECT * FROM "More"')).toEqual([{ id: 3 }])
  })

  test('a failing migration is undone whole, says so, and can be tried again', async () => {
    const url = await emptyUrl()
    await run(url, [parents])
    const broken = migration('2_broken', 'CREATE TABLE "More" ("id" INTEGER); INSERT INTO "Nowhere" VALUES (1);')
    await expect(run(url, [parents, broken])).rejects.toThrow(/2_broken failed and was undone.*Nowhere/is)
    expect(await run(url, [parents, migration('2_broken', 'CREATE TABLE "More" ("id" INTEGER);')])).toEqual(['2_broken'])
  })

  test('refuses an edited, an unknown and an unfinished migration, saying what to do', async () => {
    const url = await emptyUrl()
    await run(url, [parents])
    await expect(run(url, [migration('1_parents', 'SELECT 1')])).rejects.toThrow(/1_parents was changed after.*Put the file back/)
    await expect(run(url, [])).rejects.toThrow(/newer version of Onbehalf: migration 1_parents.*Start that version/)
    await query(url, 'UPDATE "_prisma_migrations" SET "finished_at" = NULL')
    await expect(run(url, [parents])).rejects.toThrow(/1_parents began and did not finish.*Restore the backup/)
  })

  test('leaves a database alone that holds the tables of others', async () => {
    const url = await emptyUrl()
    await query(url, 'CREATE TABLE "Foreign" ("id" INTEGER)')
    await expect(run(url, [parents])).rejects.toThrow(MigrationError)
    await expect(run(url, [parents])).rejects.toThrow(/empty database of its own/)
  })
})

describe('SQLite', () => {
  const emptyUrl = emptyStoreUrls().sqlite

  test('trap 3: rebuilding a table keeps the rows that hang on it', async () => {
    const url = await emptyUrl()
    expect(await servers.sqlite.run(url, [parents, rebuild])).toEqual(['1_parents', '2_rebuild'])
    expect(await servers.sqlite.query(url, 'SELECT * FROM "Child"')).toEqual([{ id: 7, parentId: 1 }])
  })

  test('a migration that would leave rows without what they refer to is undone', async () => {
    const url = await emptyUrl()
    await servers.sqlite.run(url, [parents])
    await expect(servers.sqlite.run(url, [parents, migration('2_orphans', 'DELETE FROM "Parent"')])).rejects.toThrow(/2_orphans failed.*1 row/s)
    expect(await servers.sqlite.query(url, 'SELECT "id" FROM "Parent"')).toEqual([{ id: 1 }])
  })
})

test('a migration that was rolled back counts as not applied', () => {
  const row = { name: parents.name, checksum: 'old', finished: false, rolledBack: true }
  expect(pendingMigrations([parents], [row])).toEqual([parents])
})

test('both histories hold the same migrations', () => {
  expect(shippedMigrations('sqlite').map(({ name }) => name)).toEqual(shippedMigrations('postgresql').map(({ name }) => name))
})
