// `prisma generate` needs no engine, but insists that there is a file for one.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

import { defineConfig } from 'prisma/config'

const store = process.env['PRISMA_STORE'] === 'postgresql' ? 'postgresql' : 'sqlite'

export default defineConfig({
  schema: `prisma/${store}`,
  migrations: { path: `prisma/${store}/migrations` },
  ...(process.env['DATABASE_URL'] ? { datasource: { url: process.env['DATABASE_URL'] } } : {}),
})
