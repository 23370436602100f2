import { defineConfig } from 'vitest/config'
import { reporters } from './test/support/reporters.js'

export default defineConfig({
  test: {
    reporters: reporters('browser'),
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/sqlite.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One browser at a time: pages that wait for each other's processor time out.
    maxWorkers: 1,
  },
})
