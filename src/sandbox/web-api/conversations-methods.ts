/** Channels as the bot may see them. */
import { asText, type JsonObject } from '../json.js'
import { directMessage, findChannel } from '../model/channels.js'
import { slackMessage } from '../model/messages.js'
import type { StoredChannel } from '../state.js'
import { findPerson, nowMs, type World } from '../world.js'
import { yes, type Methods } from './method.js'
import { refuseCall } from './refusal.js'

const familyOf = (channel: StoredChannel) => (channel.kind === 'im' ? 'im' : channel.isPrivate ? 'groups' : 'channels')

/** The channel an app asks about, once it has the scope for that kind of channel. */
function readable(world: World, args: JsonObject, right: 'read' | 'history'): StoredChannel {
  const channel = findChannel(world, asText(args['channel']) ?? '')
  const scopes = channel ? [`${familyOf(channel)}:${right}`] : ['channels', 'groups', 'im'].map((family) => `${family}:${right}`)
  if (!scopes.some((scope) => world.scopes.has(scope))) {
    return refuseCall('missing_scope', { needed: scopes.join(','), provided: [...world.scopes].join(',') })
  }
  if (!channel || (channel.isPrivate && !channel.botIsMember)) return refuseCall('channel_not_found')
  return channel
}

export const conversationsMethods: Methods = {
  'conversations.open': {
    scopes: [['im:write', 'mpim:write', 'channels:manage', 'groups:write']],
    run(world, args) {
      const asked = asText(args['channel'])
      const ids = (asText(args['users']) ?? '').split(',').filter((id) => id !== '')
      if (asked !== undefined) {
        const channel = findChannel(world, asked)
        if (channel?.kind !== 'im') return refuseCall('channel_not_found')
        return { no_op: true, already_open: true, channel: { id: channel.id } }
      }
      if (ids.length === 0) return refuseCall('users_list_not_supplied')
      if (ids.length > 1) return refuseCall('too_many_users')
      const person = findPerson(world, ids[0] ?? '')
      if (!person) return refuseCall('user_not_found')
      if (person.deleted) return refuseCall('user_disabled')
      const known = world.state.channels.some((entry) => entry.kind === 'im' && entry.members.includes(person.id))
      const channel = directMessage(world, person.id)
      return {
        no_op: known,
        already_open: known,
        channel: yes(args['return_im']) ? slackChannel(world, channel) : { id: channel.id },
      }
    },
  },
  'conversations.info': {
    run: (world, args) => ({ channel: slackChannel(world, readable(world, args, 'read')) }),
  },
  'conversations.members': {
    run(world, args) {
      const channel = readable(world, args, 'read')
      const members = channel.botIsMember ? new Set([...channel.members, world.options.cast.bot.userId]) : channel.members
      return { members: [...members], response_metadata: { next_cursor: '' } }
    },
  },
  'conversations.history': {
    run(world, args) {
      const channel = readable(world, args, 'history')
      if (!channel.botIsMember) return refuseCall('not_in_channel')
      return historyPage(world, channel, args, () => true)
    },
  },
  'conversations.replies': {
    run(world, args) {
      const channel = readable(world, args, 'history')
      const parent = asText(args['ts'])
      const list = world.state.messages[channel.id] ?? []
      if (!list.some((message) => message.ts === parent)) return refuseCall('thread_not_found')
      const page = historyPage(world, channel, { ...args, ts: undefined }, (ts, threadTs) => ts === parent || threadTs === parent, true)
      return { ...page, messages: (page['messages'] as JsonObject[]).toReversed() }
    },
  },
}

/** Newest first. Replies are not part of a channel's history, and what is ephemeral is nobody's history. */
function historyPage(
  world: World,
  channel: StoredChannel,
  args: JsonObject,
  keep: (ts: string, threadTs: string | undefined) => boolean,
  withReplies = false,
): JsonObject {
  const oldest = asText(args['oldest']) ?? '0'
  const latest = asText(args['latest']) ?? '9999999999.999999'
  const inclusive = yes(args['inclusive'])
  const limit = Math.min(Number(args['limit'] ?? 100) || 100, 999)
  const inRange = (ts: string) =>
    inclusive ? Number(ts) >= Number(oldest) && Number(ts) <= Number(latest) : Number(ts) > Number(oldest) && Number(ts) < Number(latest)
  const found = (world.state.messages[channel.id] ?? [])
    .filter((message) => message.ephemeralTo === undefined && inRange(message.ts) && keep(message.ts, message.threadTs))
    .filter((message) => withReplies || message.threadTs === undefined || message.threadTs === message.ts)
    .toReversed()
  const from = Number(asText(args['cursor']) ?? 0)
  const more = from + limit < found.length
  return {
    messages: found.slice(from, from + limit).map((message) => slackMessage(world, message, yes(args['include_all_metadata']))),
    has_more: more,
    pin_count: 0,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  }
}

function slackChannel(world: World, channel: StoredChannel): JsonObject {
  const im = channel.kind === 'im'
  return {
    id: channel.id,
    created: 0,
    is_archived: false,
    is_im: im,
    is_channel: !im && !channel.isPrivate,
    is_group: !im && channel.isPrivate,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_ext_shared: channel.members.some((id) => findPerson(world, id)?.isStranger),
    context_team_id: world.options.cast.team.id,
    updated: nowMs(world),
    ...(im
      ? { user: channel.members.find((id) => id !== world.options.cast.bot.userId), is_open: true }
      : {
          name: channel.name,
          name_normalized: channel.name,
          is_general: channel.name === 'general',
          is_member: channel.botIsMember,
          topic: { value: channel.topic, creator: '', last_set: 0 },
          purpose: { value: '', creator: '', last_set: 0 },
          num_members: channel.members.length,
        }),
  }
}
