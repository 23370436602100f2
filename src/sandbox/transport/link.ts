/** The way to the bot: what is sent, and what comes back within the deadline. */
import type { WorkspaceInfo } from '../protocol.js'

export interface BotRequest {
  kind: 'interactive' | 'slash_commands' | 'events_api'
  body: Record<string, unknown>
  retry?: { num: number; reason: string }
}

export type BotAnswer =
  /** `body` is undefined when the bot answered with nothing. */
  | { ok: true; body: unknown }
  | { ok: false; error: 'not_connected' | 'timeout' | 'connection_failed' | 'http_error'; detail: string; noRetry?: boolean }

export interface BotLink {
  connection(): WorkspaceInfo['connection']
  send(request: BotRequest): Promise<BotAnswer>
  /** Text that need not be a sound payload, as it is. */
  sendRaw(kind: BotRequest['kind'], text: string): Promise<BotAnswer>
}
