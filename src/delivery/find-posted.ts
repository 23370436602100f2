import { WebAPIPlatformError } from '@slack/web-api'
import { classifyFailure } from './classify-failure.js'
import type { Attempt, Sending } from './sending.js'

export const metadataType = 'onbehalf_outbox'

/** Where a message stands. */
export interface Posted {
  channel: string
  ts: string
}

/** Messages a look goes through, as many as Slack gives at once: a row may have waited long in a busy channel. */
const lookedAt = 999
/** Slack's clock and ours may differ by this much. */
const clockSkewSeconds = 60

/**
 * Looks for the row's message in a conversation, with one call: it carries the row's uid in its metadata. Null: not
 * there, or the bot may not look (the scopes are optional), and then it is sent again.
 */
export async function findPosted(sending: Sending, attempt: Attempt, where: { channel: string; threadTs?: string }): Promise<Posted | null> {
  const { client, call } = sending.slack
  const { channel, threadTs } = where
  const look = {
    channel,
    include_all_metadata: true,
    limit: lookedAt,
    oldest: String(Math.floor(attempt.row.createdAt.getTime() / 1000) - clockSkewSeconds),
  }
  try {
    const { messages = [] } = threadTs
      ? await call('conversations.replies', () => client.conversations.replies({ ...look, ts: threadTs }))
      : await call('conversations.history', () => client.conversations.history(look))
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === metadataType && idOf(metadata.event_payload) === attempt.row.uid,
    )
    attempt.unknown = false
    return found?.ts ? { channel, ts: found.ts } : null
  } catch (error) {
    if (error instanceof WebAPIPlatformError && ['give_up', 'retry'].includes(classifyFailure(error, sending.now()).how)) {
      sending.log.info({ row: attempt.row.id, error: error.data.error }, 'may not look for the message: sending it again')
      attempt.unknown = false
      return null
    }
    throw error
  }
}

function idOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined
}
