import { WebAPIPlatformError } from '@slack/web-api'
import type { PostedApproval } from '../store/approvals/approval-messages.js'
import type { Said } from './post-once.js'
import type { Sending } from './sending.js'

/** Edits a message in place; false when somebody deleted the message. */
export async function edited(sending: Sending, { channelId, ts }: Pick<PostedApproval, 'channelId' | 'ts'>, said: Said): Promise<boolean> {
  const { client, call } = sending.slack
  try {
    await call('chat.update', () => client.chat.update({ channel: channelId, ts, ...said }))
    return true
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'message_not_found') return false
    throw error
  }
}
