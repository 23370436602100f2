/** Messages that the bot writes, changes and takes back. */
import { asText, isObject, type JsonObject } from '../json.js'
import { findChannel, isIn, resolveTarget } from '../model/channels.js'
import { addMessage, announce, findMessage, removeMessage, slackMessage } from '../model/messages.js'
import type { StoredChannel, StoredMessage } from '../state.js'
import { tellBot } from '../interactions/bot-events.js'
import { findPerson, nextTs, save, teamDomain, type World } from '../world.js'
import { messageContent } from './message-content.js'
import { yes, type Methods } from './method.js'
import { refuseCall } from './refusal.js'

/** Where the bot may write. */
export function writable(world: World, args: JsonObject): StoredChannel {
  const target = asText(args['channel'])
  const channel = target === undefined ? undefined : resolveTarget(world, target)
  if (!channel) return refuseCall('channel_not_found')
  if (!channel.botIsMember && !world.scopes.has('chat:write.public')) return refuseCall('not_in_channel')
  if (channel.kind === 'im') {
    if (world.manifest.messagesTab === 'off') return refuseCall('messages_tab_disabled')
    const other = channel.members.find((id) => id !== world.options.cast.bot.userId)
    if (findPerson(world, other ?? '')?.deleted) return refuseCall('channel_not_found')
  }
  return channel
}

function ownMessage(world: World, args: JsonObject, refusal: string): { channel: StoredChannel; message: StoredMessage } {
  // Names and people are for posting only; a change needs the channel's id.
  const channel = findChannel(world, asText(args['channel']) ?? '')
  if (!channel) return refuseCall('channel_not_found')
  const message = findMessage(world, channel.id, asText(args['ts']) ?? '')
  // An ephemeral message can only be changed through a response_url.
  if (!message || message.ephemeralTo !== undefined) return refuseCall('message_not_found')
  if (!message.fromBot) return refuseCall(refusal)
  return { channel, message }
}

function thread(world: World, channel: StoredChannel, args: JsonObject): string | undefined {
  const asked = args['thread_ts'] === undefined ? undefined : String(args['thread_ts'])
  if (asked === undefined || asked === '') return undefined
  const parent = findMessage(world, channel.id, asked)
  if (!parent) return refuseCall('invalid_thread_ts')
  return parent.threadTs ?? parent.ts
}

function metadataOf(args: JsonObject): JsonObject | undefined {
  const metadata = args['metadata']
  if (metadata === undefined || metadata === null || metadata === '') return undefined
  if (!isObject(metadata)) return refuseCall('invalid_metadata_format')
  if (asText(metadata['event_type']) === undefined || !isObject(metadata['event_payload'])) return refuseCall('invalid_metadata_schema')
  return metadata
}

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    run(world, args) {
      const channel = writable(world, args)
      const content = messageContent(args)
      const threadTs = thread(world, channel, args)
      const metadata = metadataOf(args)
      const message = addMessage(world, channel, {
        user: world.options.cast.bot.userId,
        fromBot: true,
        ...content,
        ...(threadTs !== undefined && { threadTs }),
        ...(metadata && { metadata }),
      })
      tellBot(world, message)
      return { channel: channel.id, ts: message.ts, message: slackMessage(world, message, true) }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    run(world, args) {
      const { channel, message } = ownMessage(world, args, 'cant_update_message')
      const hasContent = args['text'] !== undefined || args['blocks'] !== undefined
      if (hasContent) {
        const content = messageContent(args)
        message.text = content.text
        // Slack keeps the blocks of before unless the call has some; an empty list removes them.
        if (content.blocks) message.blocks = content.blocks
        else if (args['blocks'] !== undefined) delete message.blocks
        message.editedTs = nextTs(world, channel)
      }
      const metadata = metadataOf(args)
      if (metadata) message.metadata = metadata
      else if (!hasContent) return refuseCall('no_text')
      save(world)
      announce(world, message)
      return { channel: channel.id, ts: message.ts, text: message.text, message: slackMessage(world, message, true) }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    run(world, args) {
      const { channel, message } = ownMessage(world, args, 'cant_delete_message')
      removeMessage(world, message)
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run(world, args) {
      const channel = writable(world, args)
      const user = asText(args['user'])
      if (user === undefined || !isIn(channel, user)) return refuseCall('user_not_in_channel')
      const content = messageContent(args)
      const threadTs = thread(world, channel, args)
      const message = addMessage(world, channel, {
        user: world.options.cast.bot.userId,
        fromBot: true,
        ephemeralTo: user,
        ...content,
        ...(threadTs !== undefined && { threadTs }),
      })
      return { message_ts: message.ts }
    },
  },
  'chat.getPermalink': {
    run(world, args) {
      const channel = resolveTarget(world, asText(args['channel']) ?? '')
      if (!channel) return refuseCall('channel_not_found')
      const message = findMessage(world, channel.id, asText(args['message_ts']) ?? '')
      if (!message || message.ephemeralTo !== undefined) return refuseCall('message_not_found')
      const base = yes(args['slack']) ? `https://${teamDomain(world)}.slack.com` : world.baseUrl
      return { channel: channel.id, permalink: `${base}/archives/${channel.id}/p${message.ts.replace('.', '')}` }
    },
  },
}
