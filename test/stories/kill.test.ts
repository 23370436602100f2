import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/sandbox/workspace.js'
import { openStore } from '../../src/store/open-store.js'
import { runOnbehalf, type BotProcess } from '../support/bot-process.js'
import { describesDelay, opensForm } from '../support/filing.js'
import { playPerson, wordsOf } from '../support/person.js'
import { freePort, openDemoWorkspace, storyEnv } from '../support/story.js'

const title = 'Mail from outside arrives hours late'

/** Everything here is real: a process, its signals, its store on the disk. */
describe('killed at any moment (house rule 6)', { timeout: 90_000 }, () => {
  let folder: string
  let workspace: Workspace
  let env: Record<string, string>
  const running: BotProcess[] = []

  async function open(withheldScopes: string[] = []): Promise<void> {
    workspace = await openDemoWorkspace({ withheldScopes })
    env = storyEnv('socket', workspace, folder, await freePort())
  }
  async function startBot(): Promise<BotProcess> {
    const bot = runOnbehalf(['start'], env)
    running.push(bot)
    const connected = workspace.until(() => workspace.info().connection === 'socket', 'the bot to connect', 40_000)
    await Promise.race([connected, bot.exited.then((code) => { throw new Error(`the bot left with ${code}: ${bot.printed()}`) })])
    return bot
  }
  const cards = () => playPerson(workspace, 'U0DEMODANA').reads('#case-updates').filter((message) => wordsOf(message).includes(title))
  async function stored<T>(look: (db: Awaited<ReturnType<typeof openStore>>['db']) => Promise<T>): Promise<T> {
    const store = await openStore({ url: env['DATABASE_URL']! })
    return look(store.db).finally(() => store.close())
  }
  async function files(): Promise<void> {
    const camille = playPerson(workspace, 'U0DEMOCAMILLE')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.submits()
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onbehalf-kill-'))
  })
  afterEach(async () => {
    for (const bot of running.splice(0)) await bot.end('SIGKILL')
    await workspace.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('between commit and post: after the restart there is one case and one card', async () => {
    await open()
    const first = await startBot()
    // Slack is away, so what was committed cannot be posted.
    workspace.addFault({ method: 'chat.postMessage', kind: 'refused', times: 1000 })
    await files()
    await workspace.until(() => workspace.traffic().some((line) => line.name === 'chat.postMessage'), 'an attempt to post')
    await first.end('SIGKILL')
    expect(cards()).toEqual([])
    expect(await stored((db) => db.case.count({ where: { title } }))).toBe(1)

    workspace.clearFaults()
    const second = await startBot()
    await workspace.until(() => cards().length > 0, 'the card', 30_000)
    expect(await second.end('SIGTERM')).toBe(0)
    expect(cards()).toHaveLength(1)
    expect(await stored((db) => db.case.count({ where: { title } }))).toBe(1)
    expect(await stored((db) => db.caseCard.findMany({ where: { case: { title } } }))).toMatchObject([{ channelId: 'C0DEMOUPDATES', ts: cards()[0]!.ts }])
  })

  test.each([
    ['is found and not posted again', [], 1],
    ['is posted once more where the bot may not look', ['channels:history', 'groups:history', 'im:history'], 2],
  ])('between post and answer: the card %s', async (_what, withheldScopes, expected) => {
    await open(withheldScopes)
    const first = await startBot()
    const stopListening = workspace.onEvent((event) => {
      if (event.type === 'message' && event.message.fromBot && event.message.channel === 'C0DEMOUPDATES') first.signal('SIGKILL')
    })
    await files()
    await first.exited
    stopListening()
    expect(cards()).toHaveLength(1)
    expect(await stored((db) => db.caseCard.count({ where: { case: { title } } }))).toBe(0)

    await startBot()
    await workspace.until(() => workspace.traffic().filter((line) => line.name === 'chat.update' || line.name === 'chat.postMessage').length >= 2, 'the bot to go on', 30_000)
    const second = running.at(-1)!
    expect(await second.end('SIGTERM')).toBe(0)
    expect(cards()).toHaveLength(expected)
    expect(await stored((db) => db.caseCard.count({ where: { case: { title } } }))).toBe(1)
    expect(await stored((db) => db.case.count({ where: { title } }))).toBe(1)
  })
})
