import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a process that used the scratch server keeps its exit code: what failed is seen to fail', () => {
  const script = `
    import { startScratchPostgres } from './prisma/scratch-postgres.ts'
    const server = await startScratchPostgres()
    await server.stop()
    process.exitCode = 3`
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([3, ''])
})
