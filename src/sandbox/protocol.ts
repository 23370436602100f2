/**
 * What the stand-in's page and its server say to each other.
 *
 * Everything here is JSON over `http://127.0.0.1:<port>/sandbox/api/...`. The bot never sees this API: it talks to
 * the stand-in as it would to Slack (`/api/<method>`, Socket Mode, signed HTTP requests, `response_url`s).
 */
import type { KnownBlock, PlainTextElement, View } from '@slack/types'

export interface Person {
  id: string
  name: string
  email: string
  /** BCP 47, as Slack reports it, for example `ja-JP`. */
  locale: string
  /** IANA, for example `Asia/Tokyo`. */
  timeZone: string
  /** One line under the name, for example "Agent at hikari.example". */
  title: string
  isGuest?: boolean
  isStranger?: boolean
  deleted?: boolean
}

export interface Channel {
  id: string
  /** Without `#`; for a direct message the other side's user id. */
  name: string
  kind: 'channel' | 'im'
  isPrivate: boolean
  topic: string
  members: string[]
}

export interface SharedFile {
  id: string
  name: string
  mimetype: string
  /** Bytes. */
  size: number
  /** Where the page may show or download it, relative to the page. */
  href: string
}

export interface Message {
  channel: string
  /** Slack's message id: seconds since the epoch with six decimals, unique in its channel. */
  ts: string
  threadTs?: string
  user: string
  fromBot: boolean
  text: string
  blocks?: KnownBlock[]
  files?: SharedFile[]
  /** Set on an ephemeral message: the only person who sees it. */
  ephemeralTo?: string
  edited?: boolean
  /** Replies in its thread, for a parent. */
  replyCount: number
  /** The answers given in its blocks, as the workspace last knew them. */
  values?: StateValues
}

/** A modal of one person's stack, the last one on top; or that person's App Home. */
export interface OpenView {
  id: string
  hash: string
  ownerId: string
  view: View
  /** The files kept in each `file_input`, by block id and then action id. */
  files: Record<string, Record<string, SharedFile[]>>
  /** The answers as the workspace last knew them, presets included. */
  values?: StateValues
}

/** Input state in Slack's own shape: block id, action id, value. */
export type StateValues = Record<string, Record<string, Record<string, unknown>>>

export interface Traffic {
  n: number
  /** Milliseconds since the epoch, by the workspace's clock. */
  at: number
  direction: 'to_bot' | 'from_bot'
  /** "command", "block_actions", "view_submission", ..., or "Web API", "response_url", "file". */
  kind: string
  /** The command, the action id, the method, ... */
  name: string
  ok: boolean
  /** Slack's error name or what went wrong, when not ok. */
  error?: string
  /** How long the other side took. */
  milliseconds: number
  request: unknown
  response: unknown
}

export interface WorkspaceInfo {
  team: { id: string; name: string }
  /** `messagesTab`: whether people may write to the bot in its direct message. */
  bot: { userId: string; name: string; messagesTab: 'off' | 'read_only' | 'on' }
  people: Person[]
  channels: Channel[]
  commands: { command: string; description: string; usageHint: string }[]
  shortcuts: { name: string; type: 'global' | 'message'; callbackId: string; description: string }[]
  /** Milliseconds since the epoch, by the workspace's clock, and how far that is from the machine's. */
  now: number
  clockOffset: number
  /** Whether a bot is connected, and how. */
  connection: 'none' | 'socket' | 'http'
}

/** `GET people/:id`: what one person may see. */
export interface PersonState {
  /** Channels the person is in, direct messages with the bot included. */
  channels: Channel[]
  /** Every visible message, oldest first; replies are those with a `threadTs` that differs from their `ts`. */
  messages: Message[]
  modals: OpenView[]
  home?: OpenView
}

/** Where an interactive element stands. */
export type Place = { viewId: string } | { channel: string; ts: string }

/**
 * What a person does, `POST people/:id/act`. The answer is `ActResult`.
 * The element of an action is found by block and action id in its place; `value` is the new value in the shape
 * Slack uses inside `state.values` (for a button: `{}`).
 */
export type Act =
  | { do: 'say'; channel: string; text: string; threadTs?: string; fileIds?: string[] }
  /** Slack refuses commands in threads; `threadTs` lets the page show how. */
  | { do: 'command'; channel: string; text: string; threadTs?: string }
  | { do: 'global_shortcut'; callbackId: string }
  | { do: 'message_shortcut'; channel: string; ts: string; callbackId: string }
  | {
      do: 'action'
      place: Place
      blockId: string
      actionId: string
      value: Record<string, unknown>
      state: StateValues
      /** Skips what Slack's client and server check (that the element exists): a forged payload, for tests. */
      force?: boolean
    }
  | { do: 'submit'; viewId: string; state: StateValues; force?: boolean }
  | { do: 'close'; viewId: string; state: StateValues; all?: boolean }
  | { do: 'open_home' }

export type ActResult =
  | { ok: true; errors?: Record<string, string> }
  /** `error` is Slack's name (`operation_timeout`, `dispatch_failed`, `invalid_command`); `words` is what Slack shows. */
  | { ok: false; error: string; words: string }

/** `POST people/:id/suggest`, for `external_select` and `multi_external_select`. */
export interface Suggest {
  place: Place
  blockId: string
  actionId: string
  value: string
  state: StateValues
}
export interface SuggestedOption {
  text: PlainTextElement
  value: string
  description?: PlainTextElement
}
export interface SuggestResult {
  ok: boolean
  error?: string
  options: SuggestedOption[]
  optionGroups?: { label: PlainTextElement; options: SuggestedOption[] }[]
}

/** `POST people/:id/files?name=...` with the bytes as body: uploads a file for a message or a `file_input`. */
export interface Uploaded {
  file: SharedFile
}

/** Lines of `GET events?person=U...` (server-sent events; `data:` holds this JSON). */
export type SandboxEvent =
  | { type: 'message'; message: Message }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'channel'; channel: Channel }
  | { type: 'modals'; modals: OpenView[] }
  | { type: 'home'; home: OpenView }
  | { type: 'traffic'; traffic: Traffic }
  | { type: 'clock'; now: number; clockOffset: number }
  | { type: 'connection'; connection: WorkspaceInfo['connection'] }
  | { type: 'reset' }

/** `POST clock`: moves the workspace's clock; `by` is like `+31d`, `-2h`, `+90m`, or `real` to go back. */
export interface MoveClock {
  by: string
}

/** `POST faults`: what the stand-in does wrong on request, for trying and testing. */
export interface Fault {
  /** A Web API method, `response_url`, `file` (a download by the bot), or `*`. */
  method: string
  /** `rate_limited` answers 429 with `retryAfter` seconds; `error` answers `ok: false` with `error`; `lost_answer` does the work and cuts the connection; `refused` cuts it before. */
  kind: 'rate_limited' | 'error' | 'lost_answer' | 'refused'
  error?: string
  retryAfter?: number
  /** How many calls it hits; every `every`th call only, when given. */
  times: number
  every?: number
}
