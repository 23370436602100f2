import type { KnownBlock } from '@slack/types'
import { WebAPIPlatformError } from '@slack/web-api'
import { classifyFailure } from './classify-failure.js'
import { findPosted, metadataType, type Posted } from './find-posted.js'
import type { Attempt, Sending } from './sending.js'

export interface Said {
  text: string
  blocks: KnownBlock[]
}

/**
 * Posts the row's message, unless a former attempt whose outcome is unknown turns out to have posted it.
 * `channelId` is where to look; without one the message is sent again.
 */
export async function postOnce(
  sending: Sending,
  attempt: Attempt,
  where: { channel: string; channelId: string | null; threadTs?: string },
  said: Said,
): Promise<Posted & { found: boolean }> {
  const { channel, channelId, threadTs } = where
  if (attempt.unknown && channelId) {
    const posted = await findPosted(sending, attempt, { channel: channelId, ...(threadTs ? { threadTs } : {}) })
    if (posted) return { ...posted, found: true }
  }
  attempt.unknown = false
  const { client, call } = sending.slack
  const answer = await call('chat.postMessage', () =>
    client.chat.postMessage({
      channel,
      ...said,
      ...(threadTs ? { thread_ts: threadTs } : {}),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: metadataType, event_payload: { id: attempt.row.uid } },
    }),
  )
  return { channel: answer.channel ?? channel, ts: answer.ts ?? '', found: false }
}

/** Posts a direct message from the app to a person, once. */
export async function directMessageOnce(sending: Sending, attempt: Attempt, userId: string, said: Said): Promise<Posted & { found: boolean }> {
  // Only a look needs the conversation's own id: the user's is enough to post.
  const channelId = attempt.unknown ? await directMessageId(sending, userId) : null
  return postOnce(sending, attempt, { channel: userId, channelId }, said)
}

/** The conversation with a person; null when Slack does not say. */
export async function directMessageId(sending: Sending, userId: string): Promise<string | null> {
  const { client, call } = sending.slack
  try {
    const { channel } = await call('conversations.open', () => client.conversations.open({ users: userId }))
    return channel?.id ?? null
  } catch (error) {
    // Not knowing where to look must not keep the message back; a person who is gone is told of by the posting itself.
    if (error instanceof WebAPIPlatformError && ['give_up', 'retry'].includes(classifyFailure(error, sending.now()).how)) return null
    throw error
  }
}
