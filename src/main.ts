/** Where everything is put together: store, use-cases, Slack app, delivery. */
import { WebAPIRequestError, WebClient } from '@slack/web-api'
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { seedDemo } from './cli/demo/seed-demo.js'
import { uploads } from './cli/import/open-upload.js'
import { ConfigError, type Config, type SlackConfig } from './config.js'
import { createMailer } from './delivery/mailer.js'
import { startDelivery, type Delivery } from './delivery/start-delivery.js'
import { createSlackApp } from './slack/app.js'
import { migrate } from './store/database/migrate.js'
import { sortableIds } from './store/new-id.js'
import { openStore, type Store } from './store/open-store.js'
import { setUpdatesChannels } from './store/people/updates-channels.js'
import { chores } from './usecases/chores.js'
import type { Deps } from './usecases/deps.js'
import { settleFile } from './usecases/files/settle-file.js'
import { installCatalogue } from './usecases/import/install-catalogue.js'

export type BotConfig = Config & { slack: Exclude<SlackConfig, { mode: 'sandbox' }> }

export interface BotOptions {
  config: BotConfig
  log: Logger
  now?: () => Date
}

export interface Bot {
  store: Store
  /** Does the chores and sends what is waiting, for instance after the clock was moved. */
  wake(): void
  /** Does the chores now, behind a round that is running; then delivery is woken. Never rejects. */
  chores(): Promise<void>
  /** Resolves when everything whose time has come was tried. */
  drain(): Promise<void>
  /** Takes nothing new, lets what is being done end, and closes the store. */
  stop(): Promise<void>
}

/** The store of `DATABASE_URL` cannot be used; `cause` says why. */
export class StoreNotOpened extends Error {}

/** Slack's file input takes ten files of up to 10 MB. */
const attachments = { maxCount: 10, maxBytes: 10 * 1024 * 1024 }
const slackTimeoutMilliseconds = 15_000
/** Between the attempts to reach Slack at the start. */
const slackPatienceMilliseconds = [500, 1000, 2000, 4000]
const choresEveryMilliseconds = 30_000

/**
 * Opens and migrates the store, connects to Slack and starts delivering. Throws with everything closed again when
 * any of it fails.
 */
export async function startBot({ config, log, now = () => new Date() }: BotOptions): Promise<Bot> {
  await mkdir(config.dataDir, { recursive: true })
  const store = await openMigrated(config.databaseUrl, log)
  const closing: (() => Promise<void>)[] = [() => store.close()]
  const stop = async () => {
    await closeAll(closing.splice(0).reverse(), log)
  }
  try {
    let wake = () => {}
    const deps: Deps = {
      store,
      now,
      newId: sortableIds(now),
      settings: { superAdmins: config.superAdmins, attachments, email: config.mail !== null },
      wakeDelivery: () => wake(),
    }
    await prepareStore(deps, config, log)

    const client = slackClient(config.slack)
    await untilSlackAnswers(client, log)
    const delivery = deliver(deps, client, config, log)
    wake = delivery.wake
    closing.push(delivery.stop)
    const rounds = startChores(deps, log)
    closing.push(rounds.stop)

    const { slack } = config
    const openUpload = uploads({ client, token: slack.botToken, ...(slack.apiUrl && { apiUrl: slack.apiUrl }) })
    const app = createSlackApp({ deps, config: { ...slack, port: config.port }, openUpload, log, ready: store.ping })
    closing.push(() => app.stop())
    await app.start()
    void rounds.run()
    return { store, stop, wake: () => void rounds.run(), chores: rounds.run, drain: delivery.drain }
  } catch (error) {
    await stop()
    throw error
  }
}

/** One after the other. What cannot be closed keeps nothing else open. */
export async function closeAll(closing: readonly (() => Promise<void>)[], log: Pick<Logger, 'error'>): Promise<void> {
  for (const close of closing) {
    try {
      await close()
    } catch (error) {
      log.error({ err: error }, 'something could not be closed')
    }
  }
}

async function openMigrated(url: string, log: Logger): Promise<Store> {
  try {
    const applied = await migrate({ url })
    if (applied.length > 0) log.info({ applied }, 'migrations applied')
    return await openStore({ url })
  } catch (error) {
    throw new StoreNotOpened('the store cannot be opened', { cause: error })
  }
}

async function prepareStore(deps: Deps, config: BotConfig, log: Logger): Promise<void> {
  await installCatalogue(deps)
  if (config.seed === 'demo' && (await seedDemo(deps, deps.now()))) log.info('the demo directory was put into the empty store')
  await deps.store.transaction(async (tx) => {
    const { unknown, taken } = await setUpdatesChannels(tx, config.updatesChannels, deps.now())
    if (taken.length > 0) throw new ConfigError('ONBEHALF_UPDATES_CHANNEL', 'updates_channel_taken')
    for (const each of unknown) log.warn(each, 'ONBEHALF_UPDATES_CHANNEL: no such reseller domain in the directory; import it and start again')
  })
}

/** A client without retries of its own: delivery writes every failure down and decides when to try again. */
function slackClient({ botToken, apiUrl }: BotConfig['slack']): WebClient {
  return new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: slackTimeoutMilliseconds,
    logger: quietLogger,
  })
}

/** Bolt alone would go on trying for half an hour without a word. Throws when Slack refuses, or stays away. */
async function untilSlackAnswers(client: WebClient, log: Logger): Promise<void> {
  for (const wait of [...slackPatienceMilliseconds, null]) {
    try {
      await client.auth.test()
      return
    } catch (error) {
      if (!(error instanceof WebAPIRequestError) || wait === null) throw error
      log.warn({ error: error.original.message, seconds: wait / 1000 }, 'Slack does not answer yet')
      await delay(wait)
    }
  }
}

function deliver(deps: Deps, client: WebClient, config: BotConfig, log: Logger): Delivery {
  const { apiUrl, botToken } = config.slack
  return startDelivery({
    store: deps.store,
    client,
    files: { dataDir: config.dataDir, token: botToken, ...(apiUrl ? { apiUrl } : {}), maxBytes: attachments.maxBytes },
    ...(config.mail ? { mail: createMailer(config.mail) } : {}),
    now: deps.now,
    log,
    owner: randomUUID(),
    fileSettled: (tx, attachmentId) => settleFile(tx, deps, attachmentId),
  })
}

interface Rounds {
  run(): Promise<void>
  /** Begins no round any more, and lets a running one end. */
  stop(): Promise<void>
}

/** Rounds of the chores every half a minute and when asked, one after the other. */
function startChores(deps: Deps, log: Logger): Rounds {
  const round = chores(deps, log)
  let stopped = false
  let waiting = 0
  let last = Promise.resolve()
  const behind = async (before: Promise<void>): Promise<void> => {
    await before
    if (!stopped) await round()
    waiting -= 1
    deps.wakeDelivery()
  }
  const run = () => {
    waiting += 1
    last = behind(last)
    return last
  }
  const timer = setInterval(() => {
    // A long round is followed by one, not by all it has kept waiting.
    if (waiting === 0) void run()
  }, choresEveryMilliseconds).unref()
  return {
    run,
    stop: () => {
      stopped = true
      clearInterval(timer)
      return last
    },
  }
}

/** Delivery tells every failure itself, in one line with the row. */
const silent = () => {}
const quietLogger = { debug: silent, info: silent, warn: silent, error: silent, setLevel: silent, setName: silent, getLevel: () => 'error' as never }
