/** `response_url`s: five messages within half an hour of what somebody did. */
import { secret } from '../ids.js'
import { asText, isObject, type JsonObject } from '../json.js'
import { findChannel } from '../model/channels.js'
import { addMessage, announce, findMessage, removeMessage } from '../model/messages.js'
import type { ResponseUrl, StoredMessage } from '../state.js'
import { nextTs, nowMs, save, type World } from '../world.js'
import { messageContent } from '../web-api/message-content.js'
import { yes } from '../web-api/method.js'
import { CallRefused } from '../web-api/refusal.js'

const USES = 5
const LIFETIME_MS = 30 * 60_000

export type Origin = Pick<ResponseUrl, 'personId' | 'channel' | 'ts'>

export function giveResponseUrl(world: World, family: 'commands' | 'actions' | 'app', origin: Origin): string {
  const id = secret()
  const urls = world.state.responseUrls
  for (const old of Object.values(urls)) if (old.expiresAt + LIFETIME_MS < Date.now()) delete urls[old.id]
  urls[id] = { id, usesLeft: USES, expiresAt: Date.now() + LIFETIME_MS, ...origin }
  return `${world.baseUrl}/hooks/${family}/${world.options.cast.team.id}/${id}`
}

export interface HookAnswer {
  status: number
  body: JsonObject
}

export function useResponseUrl(world: World, id: string, body: unknown): HookAnswer {
  const url = Object.hasOwn(world.state.responseUrls, id) ? world.state.responseUrls[id] : undefined
  const started = performance.now()
  const answer = post(world, url, body)
  save(world)
  world.traffic.add({
    at: nowMs(world),
    direction: 'from_bot',
    kind: 'response_url',
    name: url ? `${USES - url.usesLeft} of ${USES}` : 'unknown',
    ok: answer.status === 200,
    ...(answer.status !== 200 && { error: String(answer.body['error']) }),
    milliseconds: Math.round(performance.now() - started),
    request: body,
    response: answer.body,
  })
  return answer
}

function post(world: World, url: ResponseUrl | undefined, body: unknown): HookAnswer {
  const no = (status: number, error: string, more: JsonObject = {}) => ({ status, body: { ok: false, error, ...more } })
  if (!url || url.expiresAt < Date.now()) return no(404, 'expired_url')
  if (url.usesLeft <= 0) return no(404, 'used_url')
  if (!isObject(body)) return no(400, 'invalid_payload')
  try {
    answerInChannel(world, url, body)
  } catch (error) {
    if (error instanceof CallRefused) return no(error.code === 'no_text' ? 500 : 400, error.code, error.details)
    throw error
  }
  url.usesLeft -= 1
  return { status: 200, body: { ok: true } }
}

/** What an answer to a command, by acknowledgement or by `response_url`, does in the channel. */
export function answerInChannel(world: World, origin: Origin, body: JsonObject): void {
  const channel = findChannel(world, origin.channel)
  if (!channel) throw new CallRefused('channel_not_found')
  const original = origin.ts === undefined ? undefined : findMessage(world, channel.id, origin.ts)
  if (yes(body['delete_original'])) {
    if (original?.fromBot) removeMessage(world, original)
    return
  }
  const content = messageContent(body)
  if (yes(body['replace_original']) && original?.fromBot) {
    original.text = content.text
    if (content.blocks) original.blocks = content.blocks
    else delete original.blocks
    original.editedTs = nextTs(world, channel)
    save(world)
    announce(world, original)
    return
  }
  // Without being asked to, Slack answers in the channel even when the button stood in a thread.
  const threadTs = body['thread_ts'] === undefined ? undefined : asText(String(body['thread_ts']))
  const message: Omit<StoredMessage, 'channel' | 'ts'> = {
    user: world.options.cast.bot.userId,
    fromBot: true,
    ...content,
    ...(body['response_type'] !== 'in_channel' && { ephemeralTo: origin.personId }),
    ...(threadTs !== undefined && { threadTs }),
  }
  addMessage(world, channel, message)
}
