/** `npm run db:migration -- add_something`: writes the migration that the schema asks for into both histories. Read it before it is committed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { migrationsFolder, missingMigration } from './schema-engine.js'
import { startScratchPostgres } from './scratch-postgres.js'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: npm run db:migration -- <name in small letters, digits and _>\n')
  process.exit(1)
}
const id = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
const postgres = await startScratchPostgres()
try {
  for (const kind of ['sqlite', 'postgresql'] as const) {
    const sql = await missingMigration(kind, postgres)
    // A change of one store alone still has a migration of that name in both, so that the histories stay alike.
    const folder = new URL(`${id}/`, migrationsFolder(kind))
    mkdirSync(folder)
    writeFileSync(new URL('migration.sql', folder), sql ?? '-- Nothing to change here.\n')
    process.stdout.write(`${sql === null ? 'An empty' : 'A'} migration in prisma/${kind}/migrations/${id}\n`)
  }
} finally {
  await postgres.stop()
}
