/** How a workspace is started. */
import type { Channel, Person } from './protocol.js'

export interface Cast {
  team: { id: string; name: string }
  bot: { userId: string; botId: string; appId: string; name: string }
  people: Person[]
  channels: (Channel & { botIsMember?: boolean })[]
}

export interface WorkspaceOptions {
  cast: Cast
  /** The text of a Slack app manifest: commands, shortcuts, scopes and events come from it. */
  manifest: string
  /** 0 or nothing takes any free port. */
  port?: number
  tokens: { bot: string; app?: string; signingSecret?: string }
  /** Where signed requests go. Without it the bot connects by Socket Mode. */
  requestUrl?: string
  /** JSON file that keeps the workspace over a restart; files lie in the folder beside it, `<stateFile>.files`. */
  stateFile?: string
  /** The page's built files, served at `/`. */
  pageDir?: string
  /** Optional scopes of the manifest that the installing admin did not grant. */
  withheldScopes?: string[]
  log?: (line: string) => void
  /** Milliseconds the bot has to answer; Slack's 3000 unless a test shortens it. */
  ackDeadlineMs?: number
  /** Milliseconds a trigger lives; Slack's 3000 unless a test changes it. */
  triggerLifetimeMs?: number
  /** Milliseconds before the first, second and third retry of an event; Slack's are 0, 60 000 and 300 000. */
  eventRetryDelaysMs?: number[]
  /** Milliseconds between pings on a Socket Mode connection. */
  pingIntervalMs?: number
}
