/** Channels and direct messages, and who is in them. */
import { slackId } from '../ids.js'
import type { StoredChannel } from '../state.js'
import { findPerson, publicChannel, type World } from '../world.js'
import type { Channel } from '../protocol.js'

export function findChannel(world: World, id: string): StoredChannel | undefined {
  return world.state.channels.find((channel) => channel.id === id)
}

/** The direct message between a person and the bot, opened when it is not there yet. */
export function directMessage(world: World, personId: string): StoredChannel {
  const known = world.state.channels.find((channel) => channel.kind === 'im' && channel.members.includes(personId))
  if (known) return known
  const bot = world.options.cast.bot.userId
  const channel: StoredChannel = {
    id: slackId('D'),
    name: bot,
    kind: 'im',
    isPrivate: true,
    topic: '',
    members: [personId, bot],
    botIsMember: true,
    lastTs: 0,
  }
  world.state.channels.push(channel)
  world.events.emit({ type: 'channel', channel: publicChannel(channel) }, [personId])
  return channel
}

export function channelsOf(world: World, personId: string): Channel[] {
  return world.state.channels.filter((channel) => channel.members.includes(personId)).map(publicChannel)
}

export function isIn(channel: StoredChannel, personId: string): boolean {
  return channel.members.includes(personId)
}

/** What a bot that may write names as `channel`: an id, `#name`, `name`, or a person. Undefined when it sees no such thing. */
export function resolveTarget(world: World, target: string): StoredChannel | undefined {
  const person = findPerson(world, target)
  if (person) return directMessage(world, person.id)
  const name = target.replace(/^#/, '')
  const channel = findChannel(world, target) ?? world.state.channels.find((entry) => entry.kind === 'channel' && entry.name === name)
  if (!channel) return undefined
  return channel.isPrivate && !channel.botIsMember ? undefined : channel
}

/** The name Slack puts in payloads. */
export function nameInPayload(channel: StoredChannel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.isPrivate ? 'privategroup' : channel.name
}
