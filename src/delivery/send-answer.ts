import type { Recipient } from '../store/outbox/outbox-payloads.js'
import { directMessageOnce, type Said } from './post-once.js'
import { respondTo } from './respond.js'
import type { Attempt, Sending } from './sending.js'

/** Slack counts the half hour from when it sent the address; stop a little before. */
const marginMilliseconds = 60_000

/** Answers the person who asked: by the one-time address while it is fresh and has not failed yet, else by direct message. */
export async function sendAnswer(sending: Sending, attempt: Attempt, to: Recipient, said: Said): Promise<void> {
  const fresh = to.responseUrl && to.responseUrlUntil && Date.parse(to.responseUrlUntil) - marginMilliseconds > sending.now().getTime()
  if (fresh && attempt.row.lastError === null && (await respondTo(sending, to.responseUrl!, said))) return
  await directMessageOnce(sending, attempt, to.userId, said)
}
