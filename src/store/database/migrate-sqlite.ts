import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { failedMigration, MigrationError, notOurs, pendingMigrations, type AppliedMigration, type Migration } from './migration-plan.js'

const history = `
CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** `migrate` for a SQLite file, made with its folder when it is missing. */
export function migrateSqlite(file: string, shipped: readonly Migration[]): string[] {
  mkdirSync(dirname(file), { recursive: true })
  const db = new Database(file, { timeout: 60_000 })
  try {
    // Prisma rebuilds a table by dropping it, and its own `PRAGMA foreign_keys=OFF` does nothing inside a transaction:
    // without this line ON DELETE CASCADE would take the rows that hang on the table.
    db.pragma('foreign_keys = OFF')
    const names: string[] = []
    while (pendingMigrations(shipped, applied(db)).length > 0) {
      const name = applyNext(db, shipped)
      if (name) names.push(name)
    }
    return names
  } finally {
    db.close()
  }
}

/** Applies the first pending migration with its row of history, or nothing when another starter was faster. */
function applyNext(db: Database.Database, shipped: readonly Migration[]): string | undefined {
  return db.transaction(() => {
    const next = pendingMigrations(shipped, applied(db))[0]
    if (!next) return
    if (!hasTable(db, '_prisma_migrations')) db.exec(history)
    try {
      db.exec(next.sql)
    } catch (error) {
      throw failedMigration(next.name, error)
    }
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) {
      throw failedMigration(next.name, `${broken.length} rows would refer to rows that do not exist.`)
    }
    db.prepare(`
      INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
      VALUES (?, ?, ?, unixepoch('subsec') * 1000, unixepoch('subsec') * 1000, 1)`).run(randomUUID(), next.checksum, next.name)
    return next.name
  }).immediate()
}

interface HistoryRow {
  migration_name: string
  checksum: string
  finished_at: unknown
  rolled_back_at: unknown
}

function applied(db: Database.Database): AppliedMigration[] {
  if (!hasTable(db, '_prisma_migrations')) {
    if (hasTable(db)) throw new MigrationError(notOurs)
    return []
  }
  const rows = db.prepare<[], HistoryRow>('SELECT "migration_name", "checksum", "finished_at", "rolled_back_at" FROM "_prisma_migrations"').all()
  return rows.map((row) => ({
    name: row.migration_name, checksum: row.checksum, finished: row.finished_at !== null, rolledBack: row.rolled_back_at !== null,
  }))
}

/** Whether there is a table of that name, or any at all. */
function hasTable(db: Database.Database, name?: string): boolean {
  const sql = `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND (@name IS NULL OR name = @name)`
  return db.prepare(sql).get({ name: name ?? null }) !== undefined
}
