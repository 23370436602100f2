/** The whole bot against the stand-in, over real HTTP and WebSocket, with the demo's cast and customers. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, inject } from 'vitest'
import { demoBot, demoChannels, demoPeople, demoTeam, demoUpdatesChannels } from '../../src/cli/demo/cast.js'
import { parseConfig } from '../../src/config.js'
import { startBot, type Bot, type BotConfig } from '../../src/main.js'
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/sandbox/workspace.js'
import { playPerson, type PlayedPerson } from './person.js'

export type Mode = 'socket' | 'http'
type Name = 'aiko' | 'camille' | 'mei' | 'sven' | 'jisoo' | 'dana' | 'noor' | 'elsa' | 'omar' | 'nova' | 'petra' | 'liam' | 'ines' | 'rosa' | 'tomas'

export interface Story {
  workspace: Workspace
  bot: Bot
  /** Where attachments are kept. */
  dataDir: string
  /** Every line the bot logged. */
  log: string[]
  person(name: Name): PlayedPerson
}

export interface StoryOptions {
  databaseUrl?: string
  workspace?: Partial<WorkspaceOptions>
  env?: Record<string, string>
}

export const tokens = { bot: 'xoxb-story', app: 'xapp-story', signingSecret: 'story-secret' }

/** To be called in a describe-block: starts stories and ends them after their test. */
export function stories(mode: Mode): (options?: StoryOptions) => Promise<Story> {
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  return async (options = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'onbehalf-story-'))
    ends.push(() => rm(folder, { recursive: true, force: true }))
    const workspace = await openDemoWorkspace(options.workspace)
    ends.push(() => workspace.stop())
    const log: string[] = []
    const config = await botConfig(mode, workspace, folder, options)
    if (!options.databaseUrl) await copyFile(inject('sqliteTemplate'), join(folder, 'store.db'))
    const bot = await startBot({ config, now: workspace.now, log: pino({ level: 'debug' }, { write: (line: string) => { log.push(line) } }) })
    ends.push(() => bot.stop())
    if (mode === 'http') await workspace.setRequestUrl(`http://127.0.0.1:${config.port}/slack/events`)
    else await workspace.until(() => workspace.info().connection === 'socket', 'the bot to connect')
    return { workspace, bot, log, dataDir: config.dataDir, person: (name) => playPerson(workspace, `U0DEMO${name.toUpperCase()}`) }
  }
}

export async function openDemoWorkspace(more: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  return startWorkspace({
    cast: { team: demoTeam, bot: { ...demoBot, botId: 'B0ONBEHALF', appId: 'A0ONBEHALF' }, people: [...demoPeople], channels: demoChannels.map((channel) => ({ ...channel, botIsMember: true })) },
    manifest: await readFile('manifest.yml', 'utf8'),
    tokens,
    ...more,
  })
}

/** What the bot is told in its environment, and no more (the documented variables). */
export function storyEnv(mode: Mode, workspace: Workspace, folder: string, port: number): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: tokens.bot,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: tokens.app } : { SLACK_SIGNING_SECRET: tokens.signingSecret }),
    SLACK_API_URL: workspace.apiUrl,
    DATABASE_URL: `file:${join(folder, 'store.db')}`,
    ONBEHALF_DATA_DIR: join(folder, 'data'),
    ONBEHALF_SEED: 'demo',
    ONBEHALF_UPDATES_CHANNEL: demoUpdatesChannels,
    PORT: String(port),
  }
}

async function botConfig(mode: Mode, workspace: Workspace, folder: string, { databaseUrl, env }: StoryOptions): Promise<BotConfig> {
  const config = parseConfig({ ...storyEnv(mode, workspace, folder, await freePort()), ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}), ...env })
  if (config.slack.mode === 'sandbox') throw new Error('a story has tokens')
  return { ...config, slack: config.slack }
}

/** A port below those the system gives out by itself: nobody else takes it before the bot listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await canListen(port)) return port
  }
}

function canListen(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
