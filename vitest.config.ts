import { defineConfig } from 'vitest/config'
import { reporters } from './test/support/reporters.js'

export default defineConfig({
  test: {
    reporters: reporters('node'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/support/postgres.ts', 'test/support/sqlite.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
