/** Messages: kept by channel, shown to those who may see them, described to the bot in Slack's shape. */
import type { KnownBlock } from '@slack/types'
import type { JsonObject } from '../json.js'
import type { Message } from '../protocol.js'
import type { StoredChannel, StoredMessage } from '../state.js'
import { nextTs, save, type World } from '../world.js'
import { findChannel, isIn } from './channels.js'
import { filesByIds, sharedFile, slackFile } from './files.js'

export type NewMessage = Omit<StoredMessage, 'channel' | 'ts'>

export function addMessage(world: World, channel: StoredChannel, content: NewMessage): StoredMessage {
  const message: StoredMessage = { channel: channel.id, ts: nextTs(world, channel), ...content }
  const list = (world.state.messages[channel.id] ??= [])
  list.push(message)
  save(world)
  announce(world, message)
  const parent = message.threadTs === undefined ? undefined : findMessage(world, channel.id, message.threadTs)
  if (parent && parent !== message) announce(world, parent)
  return message
}

/** Tells the people who see it that a message is new or changed. */
export function announce(world: World, message: StoredMessage): void {
  world.events.emit({ type: 'message', message: shownMessage(world, message) }, audienceOf(world, message))
}

export function removeMessage(world: World, message: StoredMessage): void {
  const list = world.state.messages[message.channel] ?? []
  world.state.messages[message.channel] = list.filter((entry) => entry !== message)
  save(world)
  world.events.emit({ type: 'message_deleted', channel: message.channel, ts: message.ts }, audienceOf(world, message))
}

export function findMessage(world: World, channelId: string, ts: string): StoredMessage | undefined {
  const list = Object.hasOwn(world.state.messages, channelId) ? world.state.messages[channelId] : undefined
  return list?.find((message) => message.ts === ts)
}

/** An ephemeral message is its person's alone; any other is for the channel's members. */
function audienceOf(world: World, message: StoredMessage): string[] {
  if (message.ephemeralTo !== undefined) return [message.ephemeralTo]
  return findChannel(world, message.channel)?.members ?? []
}

export function maySee(world: World, personId: string, message: StoredMessage): boolean {
  const channel = findChannel(world, message.channel)
  if (!channel || !isIn(channel, personId)) return false
  return message.ephemeralTo === undefined || message.ephemeralTo === personId
}

export function messagesFor(world: World, personId: string): Message[] {
  const all = Object.values(world.state.messages).flat()
  const replies = new Map<string, number>()
  for (const { channel, ts, threadTs, ephemeralTo } of all) {
    if (threadTs === undefined || threadTs === ts || ephemeralTo !== undefined) continue
    const parent = `${channel} ${threadTs}`
    replies.set(parent, (replies.get(parent) ?? 0) + 1)
  }
  return all
    .filter((message) => maySee(world, personId, message))
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
    .map((message) => shownMessage(world, message, replies.get(`${message.channel} ${message.ts}`) ?? 0))
}

export function repliesOf(world: World, message: StoredMessage): StoredMessage[] {
  const list = world.state.messages[message.channel] ?? []
  return list.filter((entry) => entry.threadTs === message.ts && entry.ts !== message.ts && entry.ephemeralTo === undefined)
}

/** For the page. */
export function shownMessage(world: World, message: StoredMessage, replyCount = repliesOf(world, message).length): Message {
  const { channel, ts, threadTs, user, fromBot, text, blocks, fileIds, ephemeralTo, editedTs } = message
  return {
    channel,
    ts,
    user,
    fromBot,
    text,
    replyCount,
    ...(threadTs !== undefined && { threadTs }),
    // Checked against Slack's shapes when they came in.
    ...(blocks && { blocks: blocks as unknown as KnownBlock[] }),
    ...(fileIds?.length && { files: filesByIds(world, fileIds).map(sharedFile) }),
    ...(ephemeralTo !== undefined && { ephemeralTo }),
    ...(editedTs !== undefined && { edited: true }),
    ...(message.values && { values: message.values }),
  }
}

/** For the bot. */
export function slackMessage(world: World, message: StoredMessage, withMetadata = false): JsonObject {
  const { team, bot } = world.options.cast
  const replies = repliesOf(world, message)
  return {
    ...(message.fromBot && { bot_id: bot.botId, app_id: bot.appId }),
    type: 'message',
    text: message.text,
    user: message.user,
    ts: message.ts,
    team: team.id,
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.fileIds?.length && { files: filesByIds(world, message.fileIds).map((file) => slackFile(world, file)) }),
    ...(message.editedTs !== undefined && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  }
}
