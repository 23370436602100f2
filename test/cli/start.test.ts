import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runOnbehalf, type BotProcess } from '../support/bot-process.js'
import { freePort } from '../support/story.js'

describe('onbehalf start', { timeout: 60_000 }, () => {
  let folder: string
  const running: BotProcess[] = []
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onbehalf-start-'))
  })
  afterEach(async () => {
    for (const bot of running.splice(0)) await bot.end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  function run(env: Record<string, string>, words = ['start']): BotProcess {
    const bot = runOnbehalf(words, { ONBEHALF_DATA_DIR: folder, ...env })
    running.push(bot)
    return bot
  }

  test('a wrong variable stops it with one line that names it, no stack and no value', async () => {
    const bot = run({ SLACK_BOT_TOKEN: 'xoxb-secret' })
    expect(await bot.exited).toBe(1)
    expect(bot.printed()).toMatch(/^SLACK_APP_TOKEN is missing: [^\n]*SLACK_SIGNING_SECRET[^\n]*\n$/)
    expect(bot.printed()).not.toContain('xoxb-secret')
  })

  test('a Slack that cannot be reached, and a store that cannot be opened, are told in words', async () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`, LOG_LEVEL: 'silent' }
    const unreachable = run(tokens)
    const storeless = run({ ...tokens, DATABASE_URL: `postgresql://onbehalf:secret@127.0.0.1:${await freePort()}/onbehalf` })
    expect([await unreachable.exited, await storeless.exited]).toEqual([1, 1])
    expect(unreachable.printed()).toMatch(/^Slack cannot be reached: [^\n]*SLACK_API_URL[^\n]*\n$/)
    expect(storeless.printed()).toMatch(/^The store cannot be opened: [^\n]*DATABASE_URL[^\n]*\n$/)
    expect(storeless.printed()).not.toContain('secret')
  })

  test('without tokens: one line with the address of a page that answers; SIGTERM leaves with 0; a used port gets words', async () => {
    const port = await freePort()
    const env = { ONBEHALF_SANDBOX_PORT: String(port) }
    const bot = run(env)
    await bot.untilPrinted(/\n/)
    expect(bot.printed()).toBe(`Onbehalf is ready: open http://127.0.0.1:${port}\n`)
    const workspace = (await (await fetch(`http://127.0.0.1:${port}/sandbox/api/workspace`)).json()) as { connection: string }
    expect(workspace.connection).toBe('socket')

    const other = run({ ...env, ONBEHALF_DATA_DIR: join(folder, 'other') })
    expect(await other.exited).toBe(1)
    expect(other.printed()).toMatch(new RegExp(`^Port ${port} is in use\\.[^\\n]*ONBEHALF_SANDBOX_PORT[^\\n]*\\n$`))

    const clock = run({}, ['sandbox', '--clock', '+31d'])
    expect(await clock.exited).toBe(0)
    const moved = (await (await fetch(`http://127.0.0.1:${port}/sandbox/api/workspace`)).json()) as { clockOffset: number }
    expect(moved.clockOffset).toBeGreaterThanOrEqual(31 * 86_400_000)
    expect(await bot.end('SIGTERM')).toBe(0)
  })
})
