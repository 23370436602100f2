import type { Channel, Message, PersonState, SandboxEvent, Traffic, WorkspaceInfo } from '../../protocol.js'
import type { PlaceInPage } from './place-in-page.js'

/** A line that only this page knows: what went wrong with something the person just did. */
export interface Notice {
  id: number
  channel: string
  threadTs?: string
  at: number
  words: string
}

export interface PageState {
  place: PlaceInPage
  workspace?: WorkspaceInfo
  person?: PersonState
  traffic: Traffic[]
  notices: Notice[]
  /** Ephemeral messages this person has waved away, as `channel/ts`. */
  dismissed: string[]
  /** By channel id, the ts of the newest message seen. */
  lastRead: Record<string, string>
  /** Whether the event stream stands. */
  online: boolean
  /** Set when the workspace could not be loaded at all. */
  failure?: string
}

/** More than anybody scrolls through, and little enough to keep the page quick. */
const trafficKept = 500

export function mergeMessage(messages: Message[], message: Message): Message[] {
  const at = messages.findIndex((m) => m.channel === message.channel && m.ts === message.ts)
  if (at >= 0) return messages.with(at, message)
  const after = messages.findLastIndex((m) => Number(m.ts) <= Number(message.ts))
  return messages.toSpliced(after + 1, 0, message)
}

function mergeChannel(channels: Channel[], channel: Channel, personId: string | undefined): Channel[] {
  const rest = channels.filter((c) => c.id !== channel.id)
  return personId && channel.members.includes(personId) ? [...rest, channel] : rest
}

/** What an event changes. `reset` is not here: it means loading everything again. */
export function applyEvent(state: PageState, event: SandboxEvent): PageState {
  const { person, workspace } = state
  switch (event.type) {
    case 'traffic':
      return { ...state, traffic: [...state.traffic.filter((t) => t.n !== event.traffic.n), event.traffic].slice(-trafficKept) }
    case 'clock':
      return workspace ? { ...state, workspace: { ...workspace, now: event.now, clockOffset: event.clockOffset } } : state
    case 'connection':
      return workspace ? { ...state, workspace: { ...workspace, connection: event.connection } } : state
    case 'reset':
      return state
  }
  if (!person) return state
  switch (event.type) {
    case 'message':
      return { ...state, person: { ...person, messages: mergeMessage(person.messages, event.message) } }
    case 'message_deleted':
      return {
        ...state,
        person: { ...person, messages: person.messages.filter((m) => m.channel !== event.channel || m.ts !== event.ts) },
      }
    case 'channel':
      return { ...state, person: { ...person, channels: mergeChannel(person.channels, event.channel, state.place.personId) } }
    case 'modals':
      return { ...state, person: { ...person, modals: event.modals } }
    case 'home':
      return { ...state, person: { ...person, home: event.home } }
  }
}
