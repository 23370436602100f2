import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/store/database/migrate.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated SQLite file without rows, to copy: migrating anew for every test would take most of its time. */
    sqliteTemplate: string
  }
}

export default async function sqlite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-template-'))
  const file = join(folder, 'store.db')
  await migrate({ url: `file:${file}` })
  project.provide('sqliteTemplate', file)
  return () => rm(folder, { recursive: true, force: true })
}
