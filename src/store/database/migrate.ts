import { migratePostgresql } from './migrate-postgresql.js'
import { migrateSqlite } from './migrate-sqlite.js'
import { shippedMigrations } from './migration-plan.js'
import { parseStoreUrl } from './store-url.js'

/**
 * Brings a store up to date, under a lock: of several starters one applies, the others find nothing to do. The history
 * is kept as `prisma migrate` keeps it. Returns the names of what was applied; throws `MigrationError` in plain words.
 */
export async function migrate({ url }: { url: string }): Promise<string[]> {
  const target = parseStoreUrl(url)
  const shipped = shippedMigrations(target.kind)
  return target.kind === 'sqlite' ? migrateSqlite(target.file, shipped) : migratePostgresql(target.connectionString, shipped)
}
