import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Workspace, WorkspaceOptions } from '../../src/sandbox/workspace.js'
import { allMethods } from '../../src/sandbox/web-api/all-methods.js'
import { runOnbehalf, type BotProcess } from '../support/bot-process.js'
import { describesDelay, numberIn, opensForm } from '../support/filing.js'
import { playPerson, wordsOf, type PlayedPerson } from '../support/person.js'
import { freePort, openDemoWorkspace, storyEnv, type Mode } from '../support/story.js'

const history = ['channels:history', 'groups:history', 'im:history']
/** A server that only speaks Slack's language makes up tokens of its own. */
const ownTokens = { bot: 'any-bot-token', app: 'any-app-token', signingSecret: 'any' }

/** The Web API methods that the README says the bot calls. */
async function documentedMethods(): Promise<string[]> {
  const paragraph = /^Web API methods the bot calls:[\s\S]*?\n\n/m.exec(await readFile('README.md', 'utf8'))?.[0] ?? ''
  return [...paragraph.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)+)`/g)].map(([, method]) => method!)
}

/** The bot as its own process, told nothing but documented variables, against a server in this one. */
describe.each<Mode>(['socket', 'http'])('against a server in another process (%s)', { timeout: 90_000 }, (mode) => {
  let folder: string
  let workspace: Workspace
  let bot: BotProcess

  async function begin(env: Record<string, string> = {}, options: Partial<WorkspaceOptions> = {}): Promise<void> {
    workspace = await openDemoWorkspace(options)
    const port = await freePort()
    bot = runOnbehalf(['start'], { ...storyEnv(mode, workspace, folder, port), ...env })
    await bot.untilPrinted(/Onbehalf is ready/)
    if (mode === 'http') await workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
    else await workspace.until(() => workspace.info().connection === 'socket', 'the bot to connect')
  }

  async function files(camille: PlayedPerson): Promise<void> {
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.attaches('Attachments', camille.upload('delays.csv', 'text/csv', 'minute,messages\n1,20\n'))
    expect(await camille.submits()).toEqual({ ok: true })
  }

  const refusedCalls = () => workspace.traffic().filter((line) => !line.ok)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onbehalf-process-'))
  })
  afterEach(async () => {
    await bot.end('SIGKILL')
    await workspace.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('files a case: number, card, list and file; SIGTERM ends it with 0 within seconds', async () => {
    await begin()
    const camille = playPerson(workspace, 'U0DEMOCAMILLE')
    await files(camille)
    const answer = await camille.sees(/is filed for Acme/)
    expect(answer.ephemeralTo).toBe(camille.id)
    const card = await playPerson(workspace, 'U0DEMODANA').sees(`#${numberIn(answer.text)}`)
    expect(card.channel).toBe('C0DEMOUPDATES')
    await workspace.until(() => workspace.traffic().some((line) => line.kind === 'file' && line.ok), 'the file to be fetched')
    await camille.types('#team-hikari', '/case list')
    expect(wordsOf(await camille.sees('Mail from outside'))).toContain(`#${numberIn(answer.text)}`)
    expect(refusedCalls()).toEqual([])

    const asked = performance.now()
    expect(await bot.end('SIGTERM')).toBe(0)
    expect(performance.now() - asked).toBeLessThan(5000)
  })

  test('a second SIGTERM ends it at once, whatever it is still doing', async () => {
    await begin()
    // The form's real content waits for a minute, as the server asks.
    workspace.addFault({ method: 'views.update', kind: 'rate_limited', retryAfter: 60, times: 100 })
    await playPerson(workspace, 'U0DEMOCAMILLE').types('#team-hikari', '/case new acme.example')
    await workspace.until(() => refusedCalls().length > 0, 'the call to be refused')
    bot.signal('SIGTERM')
    expect(await Promise.race([bot.exited, new Promise((resolve) => setTimeout(resolve, 500, 'still there'))])).toBe('still there')
    const asked = performance.now()
    expect(await bot.end('SIGTERM')).toBe(143)
    expect(performance.now() - asked).toBeLessThan(2000)
  })

  test.each([
    ['the updates channel by name', 'hikari.example=case-updates', undefined],
    ['one bare updates channel, null for what is not known', '#case-updates', null as never],
  ])('a server with the README\'s methods alone, tokens of its own, no history, people without language or zone: %s', async (_what, updates, unknown) => {
    await begin(
      {
        SLACK_BOT_TOKEN: ownTokens.bot,
        ...(mode === 'socket' ? { SLACK_APP_TOKEN: ownTokens.app } : { SLACK_SIGNING_SECRET: ownTokens.signingSecret }),
        ONBEHALF_UPDATES_CHANNEL: updates,
      },
      { tokens: ownTokens, withheldScopes: history },
    )
    const documented = await documentedMethods()
    expect(documented).toContain('chat.postMessage')
    for (const method of Object.keys(allMethods(() => ''))) {
      if (!documented.includes(method)) workspace.addFault({ method, kind: 'error', error: 'unknown_method', times: Number.MAX_SAFE_INTEGER })
    }
    workspace.updatePerson('U0DEMOCAMILLE', { locale: unknown, timeZone: unknown })
    // The number is answered, and nobody learns whether that arrived: it comes once more as a direct message.
    workspace.addFault({ method: 'response_url', kind: 'lost_answer', times: 1 })

    const camille = playPerson(workspace, 'U0DEMOCAMILLE')
    await files(camille)
    const card = await playPerson(workspace, 'U0DEMODANA').sees(/Mail from outside arrives/)
    expect(card.channel).toBe('C0DEMOUPDATES')
    const told = await workspace.until(() => camille.directMessages().find((message) => message.text.includes('is filed for Acme')), 'the number by direct message', 15_000)
    expect(numberIn(told.text)).toBe(numberIn(card.text))
    await camille.types('#team-hikari', `/case ${numberIn(told.text)}`)
    await camille.sees('Messages from outside wait for hours.')
    await workspace.until(() => workspace.traffic().some((line) => line.kind === 'file' && line.ok), 'the file to be fetched')
    expect(await bot.end('SIGTERM')).toBe(0)
  })
})
