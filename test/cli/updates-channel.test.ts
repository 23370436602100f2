import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sayFailure } from '../../src/cli/say-failure.js'
import { createLogger } from '../../src/cli/logger.js'
import { parseConfig } from '../../src/config.js'
import { wordsFor } from '../../src/locales/words.js'
import { startBot } from '../../src/main.js'
import { migrate } from '../../src/store/database/migrate.js'
import { openStore } from '../../src/store/open-store.js'
import { World } from '../support/world.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onbehalf-channels-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('SCOPE-1: a start that would send two domains’ updates to one channel stops with the variable’s name, and changes nothing', async () => {
  const url = `file:${join(folder, 'onbehalf.db')}`
  await migrate({ url })
  const store = await openStore({ url })
  const world = new World(store)
  await world.organization('hikari.example', { updatesChannel: 'C1' })
  await world.organization('boreal.example')
  await world.organization('fixit.example', { supportOnly: true })
  const config = parseConfig({
    SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATABASE_URL: url, ONBEHALF_DATA_DIR: folder, ONBEHALF_UPDATES_CHANNEL: 'fixit.example=C2,boreal.example=C1',
  })
  if (config.slack.mode === 'sandbox') throw new Error('expected tokens')
  const error: unknown = await startBot({ config: { ...config, slack: config.slack }, log: createLogger('silent') }).catch((thrown: unknown) => thrown)
  expect(sayFailure(error, wordsFor({ locale: 'en', timeZone: 'UTC' }))).toMatch(/^ONBEHALF_UPDATES_CHANNEL is wrong: expected a channel that no other/)
  expect(await store.db.resellerPolicy.count({ where: { updatesChannel: { not: null } } })).toBe(1)
  await store.close()
})
