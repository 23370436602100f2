import { RespondError } from '@slack/bolt'
import type { RespondFn } from '@slack/bolt'

const timeoutMilliseconds = 10_000

/** Answers at Slack's one-time address where only the address is known any more. Throws when it is not taken. */
export function respondAt(responseUrl: string): RespondFn {
  return async (message) => {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(typeof message === 'string' ? { text: message } : message),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    if (!answer.ok) throw new RespondError(`HTTP ${answer.status}`, answer.status)
    return answer
  }
}
