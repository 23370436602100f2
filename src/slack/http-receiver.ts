import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import type { Receiver } from '@slack/bolt'
import type { Log } from './log.js'
import { slackLogger } from './log.js'

export interface HttpReceiverOf {
  signingSecret: string
  /** 0: any free one. */
  port: number
  now: () => Date
  /** Rejects while the bot cannot serve. */
  ready: () => Promise<void>
  log: Log
}

/** Slack's requests on `/slack/events`, `/healthz` and `/readyz`. `port()` is the one it listens on. */
export function httpReceiver({ signingSecret, port, now, ready, log }: HttpReceiverOf): Receiver & { port(): number } {
  const bolt = new HTTPReceiver({
    signingSecret,
    logger: slackLogger(log, 'http'),
    customRoutes: [
      { path: '/healthz', method: 'GET', handler: (_request, response) => say(response, 200, 'ok') },
      { path: '/readyz', method: 'GET', handler: (_request, response) => void answerReady(response, ready) },
    ],
  })
  let server: Server | undefined
  let stopping = false
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    // On a connection that was open already.
    if (stopping) return say(response, 503, 'stopping')
    if (isFromTheFuture(request, now())) return say(response, 401, 'the request is dated in the future')
    try {
      bolt.requestListener(request, response)
    } catch {
      say(response, 404, 'there is nothing here')
    }
  }
  return {
    init: (app) => bolt.init(app),
    start: () => new Promise((resolve, reject) => {
      server = createServer(listen)
      server.once('error', reject)
      server.listen(port, () => resolve(undefined))
    }),
    stop: () => new Promise((resolve) => {
      stopping = true
      if (!server) return resolve(undefined)
      server.close(() => resolve(undefined))
      server.closeIdleConnections()
    }),
    port: () => {
      const address = server?.address()
      return typeof address === 'object' && address ? address.port : port
    },
  }
}

/** Bolt refuses requests older than five minutes; a date as far ahead is as wrong (a replay kept for later). */
function isFromTheFuture(request: IncomingMessage, now: Date): boolean {
  const stamp = Number(request.headers['x-slack-request-timestamp'])
  return Number.isFinite(stamp) && stamp > now.getTime() / 1000 + 300
}

async function answerReady(response: ServerResponse, ready: () => Promise<void>): Promise<void> {
  try {
    await ready()
    say(response, 200, 'ready')
  } catch {
    say(response, 503, 'not ready')
  }
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${words}\n`)
}
