import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createLogger } from '../logger.js'
import { parseConfig, type Config } from '../../config.js'
import { startBot, type Bot, type BotConfig } from '../../main.js'
import { demoUpdatesChannels } from '../demo/cast.js'
import { openWorkspace, sandboxTokens } from './open-workspace.js'

export interface RunningSandbox {
  url: string
  stop(): Promise<void>
}

/**
 * Starts the local workspace, and the bot against it as against Slack: Socket Mode, tokens, real HTTP. The bot's
 * clock is the workspace's. A reset of the workspace starts the bot afresh too.
 */
export async function startSandbox(config: Config): Promise<RunningSandbox> {
  // Quiet, so that the page's address stays the line one sees.
  const log = createLogger(config.logLevel ?? 'warn')
  const workspace = await openWorkspace({ dataDir: config.dataDir, port: config.sandboxPort, log: (line) => log.info(line) })
  const botConfig = sandboxBot(config, workspace.apiUrl)
  let bot: Bot
  try {
    bot = await startBot({ config: botConfig, log, now: workspace.now })
  } catch (error) {
    await workspace.stop()
    throw error
  }
  let restarting = Promise.resolve()
  const restart = async () => {
    await bot.stop()
    await removeStore(botConfig)
    bot = await startBot({ config: botConfig, log, now: workspace.now })
  }
  workspace.onEvent((event) => {
    if (event.type === 'clock') bot.wake()
    if (event.type === 'reset') restarting = restarting.then(restart).catch((error: unknown) => log.error({ err: error }, 'the bot could not start afresh'))
  })
  return {
    url: workspace.url,
    async stop() {
      await restarting
      await bot.stop()
      await workspace.stop()
    },
  }
}

function sandboxBot(config: Config, apiUrl: string): BotConfig {
  return {
    ...config,
    slack: { mode: 'socket', botToken: sandboxTokens.bot, appToken: sandboxTokens.app, apiUrl },
    seed: 'demo',
    updatesChannels:
      config.updatesChannels.length > 0 ? config.updatesChannels : parseConfig({ ONBEHALF_UPDATES_CHANNEL: demoUpdatesChannels }).updatesChannels,
    dataDir: join(config.dataDir, 'sandbox'),
  }
}

/** Only the sandbox's own store is ever removed, never one that `DATABASE_URL` named. */
export async function removeStore(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<boolean> {
  const file = config.databaseUrl.startsWith('file:') ? config.databaseUrl.slice('file:'.length) : null
  if (file === null || dirname(join(file)) !== join(config.dataDir)) return false
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true })
  await rm(join(config.dataDir, 'attachments'), { recursive: true, force: true })
  return true
}
