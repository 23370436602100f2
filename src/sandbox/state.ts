/** What a workspace remembers over a restart. Plain JSON; the bytes of files are kept beside it. */
import type { Cast } from './options.js'
import type { JsonObject } from './json.js'
import type { Channel, Person, StateValues } from './protocol.js'

export interface StoredChannel extends Channel {
  botIsMember: boolean
  /** Microseconds of the last timestamp given out here; timestamps only grow. */
  lastTs: number
}

export interface StoredMessage {
  channel: string
  ts: string
  threadTs?: string
  user: string
  fromBot: boolean
  text: string
  blocks?: JsonObject[]
  fileIds?: string[]
  ephemeralTo?: string
  editedTs?: string
  metadata?: JsonObject
  /** Answers in blocks of a message, by block and action id. */
  values?: StateValues
}

export interface StoredFile {
  id: string
  name: string
  mimetype: string
  /** Bytes. */
  size: number
  user: string
  /** Seconds since the epoch, by the workspace's clock. */
  created: number
  /** Unguessable; part of the address the page uses. */
  key: string
}

export interface StoredView {
  id: string
  hash: string
  ownerId: string
  kind: 'modal' | 'home'
  /** The view as Slack keeps it: ids and defaults filled in. */
  view: JsonObject
  values: StateValues
  rootId: string
  previousId: string | null
  externalId: string
}

/** A `response_url` and what may still be done with it. */
export interface ResponseUrl {
  id: string
  usesLeft: number
  /** Milliseconds since the epoch, by the machine's clock. */
  expiresAt: number
  personId: string
  channel: string
  /** The message whose button was pressed. */
  ts?: string
}

export interface State {
  /** Milliseconds that the workspace's clock is ahead of the machine's. */
  clockOffset: number
  people: Person[]
  channels: StoredChannel[]
  /** By channel, oldest first. */
  messages: Record<string, StoredMessage[]>
  files: Record<string, StoredFile>
  /** Modals of all people in the order they were opened, and homes. */
  views: StoredView[]
  responseUrls: Record<string, ResponseUrl>
}

export function freshState(cast: Cast): State {
  return {
    clockOffset: 0,
    people: structuredClone(cast.people),
    channels: cast.channels.map((channel) => ({
      ...structuredClone(channel),
      botIsMember: channel.botIsMember ?? channel.members.includes(cast.bot.userId),
      lastTs: 0,
    })),
    messages: {},
    files: {},
    views: [],
    responseUrls: {},
  }
}

/** Adds people and channels that the cast has gained since the state was saved. */
export function withCast(state: State, cast: Cast): State {
  const fresh = freshState(cast)
  const people = new Set(state.people.map((person) => person.id))
  const channels = new Set(state.channels.map((channel) => channel.id))
  state.people.push(...fresh.people.filter((person) => !people.has(person.id)))
  state.channels.push(...fresh.channels.filter((channel) => !channels.has(channel.id)))
  return state
}
