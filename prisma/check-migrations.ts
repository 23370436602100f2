/** `npm run db:check`: the schema and each store's migrations agree. Exits with 2 and the difference when they do not. */
import { missingMigration } from './schema-engine.js'
import { startScratchPostgres } from './scratch-postgres.js'

const postgres = await startScratchPostgres()
try {
  for (const kind of ['sqlite', 'postgresql'] as const) {
    const missing = await missingMigration(kind, postgres)
    if (missing !== null) process.exitCode = 2
    process.stdout.write(missing === null
      ? `${kind}: schema and migrations agree.\n`
      : `${kind}: the migrations do not lead to the schema. Make one with "npm run db:migration -- <name>". Missing:\n\n${missing}\n`)
  }
} finally {
  await postgres.stop()
}
