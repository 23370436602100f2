import { App, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { WebClientOptions } from '@slack/web-api'
import type { Deps } from '../usecases/deps.js'
import type { Edge, OpenUpload } from './edge.js'
import { logBug } from './handle.js'
import { httpReceiver } from './http-receiver.js'
import { inOrder } from './in-order.js'
import { slackLogger } from './log.js'
import type { Log } from './log.js'
import { register } from './register.js'
import { after, trackRunning } from './running.js'

export interface SlackConfig {
  botToken: string
  /** Socket Mode when given. */
  appToken?: string
  /** HTTP mode when given, and no app token is. */
  signingSecret?: string
  port: number
  /** Another Web API than Slack's own. */
  apiUrl?: string
}

export interface SlackAppOf {
  deps: Deps
  config: SlackConfig
  openUpload: OpenUpload
  log: Log
  /** Rejects while the bot cannot serve; `/readyz` asks it. The store's ping when not given. */
  ready?: () => Promise<void>
  /** Milliseconds a submission may be decided inside its ack; 2000 unless a test says otherwise. */
  ackBudget?: number
}

export interface SlackApp {
  app: App
  start(): Promise<void>
  /** Finishes what is being done, then stops; gives up waiting after `milliseconds`. */
  stop(milliseconds?: number): Promise<void>
  /** In HTTP mode the port it listens on. */
  port(): number | undefined
}

/** The bot's Slack side: Socket Mode or HTTP, all listeners, and a stop that drains. */
export function createSlackApp({ deps, config, openUpload, log, ready, ackBudget = 2000 }: SlackAppOf): SlackApp {
  const api: WebClientOptions = { logger: slackLogger(log, 'web-api'), ...(config.apiUrl ? { slackApiUrl: withSlash(config.apiUrl) } : {}) }
  const impatient = { rejectRateLimitedCalls: true, timeout: 2500 }
  const edge: Edge = {
    deps,
    // Somebody waits with a trigger that dies in three seconds: one more try, and no waiting for a rate limit.
    quick: new WebClient(config.botToken, { ...api, ...impatient, retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 200 } }),
    once: new WebClient(config.botToken, { ...api, ...impatient, retryConfig: { retries: 0 } }),
    steady: new WebClient(config.botToken, { ...api, retryConfig: { retries: 4, minTimeout: 250, maxTimeout: 5000 }, timeout: 15_000 }),
    openUpload,
    log,
    running: trackRunning(),
    inOrder: inOrder(),
    readers: new Map(),
    ackBudget,
  }
  let started = false
  const http = config.appToken ? undefined : httpReceiver({
    signingSecret: config.signingSecret ?? '',
    port: config.port,
    now: deps.now,
    log,
    ready: async () => {
      if (!started) throw new Error('not started yet')
      await (ready ?? deps.store.ping)()
    },
  })
  const socket = config.appToken
    ? new SocketModeReceiver({ appToken: config.appToken, logger: slackLogger(log, 'socket-mode'), installerOptions: { clientOptions: api } })
    : undefined
  const app = new App({
    token: config.botToken,
    receiver: socket ?? http!,
    clientOptions: api,
    logger: slackLogger(log, 'bolt'),
    deferInitialization: true,
    convoStore: false,
  })
  register(app, edge)
  app.error(async (error) => void logBug(edge, error))

  return {
    app,
    port: () => http?.port(),
    start: async () => {
      await app.init()
      await app.start()
      started = true
    },
    stop: async (milliseconds = 10_000) => {
      started = false
      // Nothing new comes in; what nobody acknowledges, Slack sends again. A handler needs the connection for its ack: what
      // runs is finished before that is closed.
      const refusing = socket ? socket.client.removeAllListeners('slack_event') : http!.stop()
      await edge.running.settled(milliseconds)
      // Socket Mode's disconnect may hang or reject when it meets a reconnect; neither may keep the process.
      const closed = socket ? socket.client.disconnect() : refusing
      await Promise.race([Promise.resolve(closed).catch(() => undefined), after(3000)])
      await edge.running.settled(milliseconds)
    },
  }
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`)
