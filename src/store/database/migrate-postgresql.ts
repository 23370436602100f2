import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { failedMigration, MigrationError, notOurs, pendingMigrations, type AppliedMigration, type Migration } from './migration-plan.js'

/** The key that `prisma migrate` locks with, so that the two keep out of each other's way. */
const lockKey = 72707369

const history = `
CREATE TABLE "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`

/** `migrate` for a PostgreSQL database, which must exist. */
export async function migratePostgresql(connectionString: string, shipped: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    // Held by the session, and freed with it however this ends.
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    const pending = pendingMigrations(shipped, await applied(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    if (!await hasTables(client, '_prisma_migrations')) await client.query(history)
    await client.query(migration.sql)
    await client.query(`
      INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
      VALUES ($1, $2, $3, clock_timestamp(), 1)`, [randomUUID(), migration.checksum, migration.name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw failedMigration(migration.name, error)
  }
}

interface HistoryRow {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

async function applied(client: pg.Client): Promise<AppliedMigration[]> {
  if (!await hasTables(client, '_prisma_migrations')) {
    if (await hasTables(client)) throw new MigrationError(notOurs)
    return []
  }
  const { rows } = await client.query<HistoryRow>('SELECT "migration_name", "checksum", "finished_at", "rolled_back_at" FROM "_prisma_migrations"')
  return rows.map((row) => ({
    name: row.migration_name, checksum: row.checksum, finished: row.finished_at !== null, rolledBack: row.rolled_back_at !== null,
  }))
}

/** Whether there is a table of that name, or any at all. */
async function hasTables(client: pg.Client, name?: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND ($1::text IS NULL OR tablename = $1) LIMIT 1', [name ?? null])
  return rowCount === 1
}
