import { expect, test } from 'vitest'
import { verifyAudit } from '../../src/usecases/audit/verify-audit.js'
import { stories } from '../support/story.js'

const start = stories('socket')

test('the bot seals its audit trail by itself, and rounds of the chores never overlap', async () => {
  const { bot, log, person } = await start()
  await person('camille').types('#team-hikari', '/portal')
  await person('camille').sees('camille@hikari.example')
  await Promise.all([bot.chores(), bot.chores(), bot.chores()])
  const findings: unknown[] = []
  const verified = await verifyAudit(bot, { onFinding: (finding) => findings.push(finding) })
  expect({ ...verified, findings }).toMatchObject({ unsealed: 0, findings: [] })
  expect(verified.rows).toBeGreaterThan(0)
  expect(log.findLast((line) => line.includes('audit rows were sealed'))).toContain(verified.head)
  await bot.stop()
  // Nothing is begun with a closed store.
  await bot.chores()
  expect(log.filter((line) => line.includes('could not be'))).toEqual([])
})
