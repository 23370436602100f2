import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { StoreKind } from './store-url.js'

/** A migration that ships with this version. */
export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file, as Prisma keeps it. */
  checksum: string
}

/** A row of Prisma's `_prisma_migrations`. */
export interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
  rolledBack: boolean
}

/** The store cannot be brought up to date; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** The migrations in `prisma/<kind>/migrations`, in order. */
export function shippedMigrations(kind: StoreKind): Migration[] {
  // Three folders up is the package's root from src/store/database as well as from dist/store/database.
  const folder = new URL(`../../../prisma/${kind}/migrations/`, import.meta.url)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = readFileSync(new URL(`${name}/migration.sql`, folder))
      return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') }
    })
}

/** Those of `shipped` that are still to be applied. Throws when the store's history is not a beginning of ours. */
export function pendingMigrations(shipped: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const standing = applied.filter((row) => !row.rolledBack)
  for (const row of standing) {
    if (!row.finished) {
      throw new MigrationError(`Migration ${row.name} began and did not finish. Restore the backup made before it, or repair the store and mark it with "npx prisma migrate resolve".`)
    }
    const known = shipped.find((migration) => migration.name === row.name)
    if (!known) {
      throw new MigrationError(`The store was written by a newer version of Onbehalf: migration ${row.name} is not known here. Start that version, or restore a backup from before it.`)
    }
    if (known.checksum !== row.checksum) {
      throw new MigrationError(`Migration ${row.name} was changed after it had been applied to this store. Put the file back as it was and make a new migration for the change.`)
    }
  }
  const done = new Set(standing.map((row) => row.name))
  return shipped.filter((migration) => !done.has(migration.name))
}

export function failedMigration(name: string, cause: unknown): MigrationError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new MigrationError(`Migration ${name} failed and was undone; the store is as it was before. ${reason}`, { cause })
}

export const notOurs = 'The database holds tables, and no history of Onbehalf\'s migrations. Give it an empty database of its own.'
