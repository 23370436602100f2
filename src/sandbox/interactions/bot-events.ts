/** Events that the app subscribed to, delivered with Slack's retries. */
import { slackId } from '../ids.js'
import type { JsonObject } from '../json.js'
import { directMessage, findChannel } from '../model/channels.js'
import { slackMessage } from '../model/messages.js'
import { homeOf, slackView } from '../model/views.js'
import { slackUser } from '../web-api/users-methods.js'
import type { Person } from '../protocol.js'
import type { StoredMessage } from '../state.js'
import { deliver } from '../transport/deliver.js'
import type { BotAnswer } from '../transport/link.js'
import { nextTs, nowMs, type World } from '../world.js'
import { VERIFICATION_TOKEN } from './payload.js'

const RETRY_DELAYS_MS = [0, 60_000, 300_000]

const REASONS: Record<Extract<BotAnswer, { ok: false }>['error'], string> = {
  not_connected: 'connection_failed',
  connection_failed: 'connection_failed',
  timeout: 'http_timeout',
  http_error: 'http_error',
}

/** Sends an event without waiting for the bot; `world.pending` holds the delivery until it is through or given up. */
export function sendEvent(world: World, event: JsonObject): void {
  const delivery = attempt(world, event).finally(() => world.pending.delete(delivery))
  world.pending.add(delivery)
}

async function attempt(world: World, event: JsonObject): Promise<void> {
  const { team, bot } = world.options.cast
  const body = {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: slackId('Ev'),
    event_time: Math.floor(nowMs(world) / 1000),
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: slackId('4-'),
  }
  let answer = await deliver(world, { kind: 'events_api', body })
  const delays = world.options.eventRetryDelaysMs ?? RETRY_DELAYS_MS
  for (const [i, delay] of delays.entries()) {
    if (answer.ok || answer.noRetry) return
    await pause(delay)
    if (world.stopped) return
    answer = await deliver(world, { kind: 'events_api', body, retry: { num: i + 1, reason: REASONS[answer.error] } })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

export function homeOpened(world: World, person: Person): void {
  if (!world.manifest.events.includes('app_home_opened')) return
  const home = homeOf(world, person.id)
  const channel = directMessage(world, person.id)
  sendEvent(world, {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab: 'home',
    event_ts: nextTs(world, channel),
    ...(home && { view: slackView(world, home) }),
  })
}

/** A message that the bot may read is told to it, its own ones too, if it subscribed to that kind of channel. */
export function tellBot(world: World, message: StoredMessage): void {
  const channel = findChannel(world, message.channel)
  if (!channel?.botIsMember || message.ephemeralTo !== undefined) return
  const [type, family] =
    channel.kind === 'im' ? ['im', 'im'] : channel.isPrivate ? ['group', 'groups'] : ['channel', 'channels']
  if (!world.manifest.events.includes(`message.${family}`) || !world.scopes.has(`${family}:history`)) return
  sendEvent(world, {
    ...slackMessage(world, message),
    ...(message.fileIds?.length && { subtype: 'file_share' }),
    channel: channel.id,
    channel_type: type,
    event_ts: message.ts,
  })
}

/** A person was deactivated, or changed name, address or language: told to apps that subscribed to it. */
export function userChanged(world: World, person: Person): void {
  if (!world.manifest.events.includes('user_change') || !world.scopes.has('users:read')) return
  const seconds = nowMs(world) / 1000
  sendEvent(world, { type: 'user_change', user: slackUser(world, person, true), cache_ts: Math.floor(seconds), event_ts: seconds.toFixed(6) })
}
