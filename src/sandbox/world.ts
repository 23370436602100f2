/** Everything one running workspace knows; passed to every function of the stand-in. */
import type { BotLink } from './transport/link.js'
import type { EventLog } from './event-log.js'
import type { Faults } from './faults.js'
import { movedOffset, tsFromMicros } from './clock.js'
import type { Manifest } from './manifest.js'
import type { WorkspaceOptions } from './options.js'
import type { Keeper } from './persistence.js'
import type { Person, WorkspaceInfo } from './protocol.js'
import type { State, StoredChannel } from './state.js'
import type { TrafficLog } from './traffic-log.js'
import type { Triggers } from './triggers.js'

export interface World {
  options: WorkspaceOptions
  manifest: Manifest
  scopes: ReadonlySet<string>
  state: State
  keeper: Keeper
  events: EventLog
  traffic: TrafficLog
  triggers: Triggers
  faults: Faults
  link: BotLink
  /** Without a slash at the end; known once the server listens. */
  baseUrl: string
  /** Event deliveries under way. */
  pending: Set<Promise<void>>
  stopped: boolean
  /** Whether the state has changes that are not written yet. */
  dirty: boolean
}

export function nowMs(world: World): number {
  return Date.now() + world.state.clockOffset
}

/**
 * Has the state written once the running step is through, several changes at once. That is still before the answer to
 * a call of the bot leaves, because answering awaits at least one step.
 */
export function save(world: World): void {
  if (world.dirty) return
  world.dirty = true
  queueMicrotask(() => flush(world))
}

export function flush(world: World): void {
  if (!world.dirty) return
  world.dirty = false
  world.keeper.save(world.state)
}

export function moveClock(world: World, by: string): void {
  world.state.clockOffset = movedOffset(world.state.clockOffset, by)
  save(world)
  world.events.emit({ type: 'clock', now: nowMs(world), clockOffset: world.state.clockOffset })
}

/** The next message id of a channel: the clock's time, and always later than the one before. */
export function nextTs(world: World, channel: StoredChannel): string {
  channel.lastTs = Math.max(channel.lastTs + 1, nowMs(world) * 1000)
  return tsFromMicros(channel.lastTs)
}

export function findPerson(world: World, id: string): Person | undefined {
  return world.state.people.find((person) => person.id === id)
}

export function username(person: Person): string {
  return person.email.split('@')[0] ?? person.id.toLowerCase()
}

export function teamDomain(world: World): string {
  return world.options.cast.team.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

export function connection(world: World): WorkspaceInfo['connection'] {
  return world.link.connection()
}

export function workspaceInfo(world: World): WorkspaceInfo {
  const { team, bot } = world.options.cast
  const { botName, messagesTab } = world.manifest
  return {
    team,
    // Shown to people: the display name, not the user name that the Web API tells.
    bot: { userId: bot.userId, name: botName, messagesTab },
    people: world.state.people,
    channels: world.state.channels.filter((channel) => channel.kind === 'channel').map(publicChannel),
    commands: world.manifest.commands,
    shortcuts: world.manifest.shortcuts,
    now: nowMs(world),
    clockOffset: world.state.clockOffset,
    connection: connection(world),
  }
}

export function publicChannel(channel: StoredChannel): WorkspaceInfo['channels'][number] {
  const { id, name, kind, isPrivate, topic, members } = channel
  return { id, name, kind, isPrivate, topic, members }
}
