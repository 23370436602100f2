/** HTTP mode: signed requests to the bot's request URL. */
import { createHmac, randomBytes } from 'node:crypto'
import { isObject, parseJson } from '../json.js'
import type { BotAnswer, BotRequest } from './link.js'

export interface HttpSettings {
  url: string
  signingSecret: string
  ackDeadlineMs: number
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

export function sendOverHttp(settings: HttpSettings, request: BotRequest): Promise<BotAnswer> {
  const retry = request.retry
  return post(settings, contentOf(request), typeOf(request.kind), {
    ...(retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
  })
}

/** Text as it is, sound or not, signed like any other. */
export function sendTextOverHttp(settings: HttpSettings, kind: BotRequest['kind'], text: string): Promise<BotAnswer> {
  const content = kind === 'interactive' ? `payload=${encodeURIComponent(text)}` : text
  return post(settings, content, typeOf(kind))
}

/** Slack's check of a new request URL; the answer must echo the challenge. */
export async function verifyUrl(settings: HttpSettings): Promise<BotAnswer> {
  const challenge = randomBytes(24).toString('base64url')
  const body = JSON.stringify({ token: 'sandbox-verification', challenge, type: 'url_verification' })
  const answer = await post(settings, body, JSON_TYPE)
  if (!answer.ok) return answer
  const echoed = isObject(answer.body) ? answer.body['challenge'] : answer.body
  return echoed === challenge ? answer : { ok: false, error: 'http_error', detail: 'the challenge did not come back' }
}

/** Slack's look at the certificate of a command URL. Unsigned, as in real life. */
export function checkSsl(settings: HttpSettings): Promise<BotAnswer> {
  return post({ ...settings, signingSecret: '' }, 'ssl_check=1&token=sandbox-verification', FORM)
}

export function signature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

function typeOf(kind: BotRequest['kind']): string {
  return kind === 'events_api' ? JSON_TYPE : FORM
}

function contentOf(request: BotRequest): string {
  if (request.kind === 'events_api') return JSON.stringify(request.body)
  if (request.kind === 'interactive') return `payload=${encodeURIComponent(JSON.stringify(request.body))}`
  const fields = Object.entries(request.body).map(([key, value]): [string, string] => [key, String(value)])
  return new URLSearchParams(fields).toString()
}

async function post(
  settings: HttpSettings,
  body: string,
  type: string,
  more: Record<string, string> = {},
): Promise<BotAnswer> {
  // Signed with the machine's time, not the moved clock: the receiver rejects what looks old.
  const timestamp = Math.floor(Date.now() / 1000)
  const signed = settings.signingSecret !== '' && {
    'x-slack-signature': signature(settings.signingSecret, timestamp, body),
    'x-slack-request-timestamp': String(timestamp),
  }
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      body,
      headers: { 'content-type': type, 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)', ...signed, ...more },
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.ackDeadlineMs),
    })
    const text = await response.text()
    if (response.status !== 200) {
      const noRetry = response.headers.get('x-slack-no-retry') === '1'
      return { ok: false, error: 'http_error', detail: `HTTP ${response.status} ${text.slice(0, 200)}`, noRetry }
    }
    return { ok: true, body: text === '' ? undefined : (parseJson(text) ?? text) }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return { ok: false, error: 'timeout', detail: `no answer within ${settings.ackDeadlineMs} ms` }
    }
    return { ok: false, error: 'connection_failed', detail: error instanceof Error ? error.message : String(error) }
  }
}
