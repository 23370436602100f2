import type { Channel } from '../../protocol.js'
import type { Choice } from './option.js'

/** Which conversations a select lists, by Slack's names; every kind when it does not say. */
export type Include = readonly ('im' | 'mpim' | 'private' | 'public')[]

/** The channels a person sees, the own ones first: those joined, and public ones. */
export function channelChoices(joined: readonly Channel[], all: readonly Channel[], include?: Include): Choice[] {
  const mine = new Set(joined.map(({ id }) => id))
  const seen = [...joined, ...all.filter((channel) => !channel.isPrivate && !mine.has(channel.id))]
  return seen
    .filter((channel) => channel.kind === 'channel' && (!include || include.includes(channel.isPrivate ? 'private' : 'public')))
    .map((channel) => ({ value: channel.id, text: `#${channel.name}`, description: channel.topic || undefined }))
}
