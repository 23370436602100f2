import type { TestProject } from 'vitest/node'
import { startScratchPostgres } from '../../prisma/scratch-postgres.js'
import { migrate } from '../../src/store/database/migrate.js'

/** The database that every test's own is copied from. */
const template = 'template_migrated'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; template: string }
  }
}

/** One PostgreSQL for the run, with a migrated database to copy. */
export default async function postgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchPostgres()
  try {
    await server.createDatabase(template)
    await migrate({ url: server.urlOf(template) })
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', { adminUrl: server.urlOf(), template })
  return () => server.stop()
}
