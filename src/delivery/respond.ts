import { ofConnection } from './classify-failure.js'
import { SendFailure } from './failure.js'
import type { Said } from './post-once.js'
import type { Sending } from './sending.js'

const timeoutMilliseconds = 10_000

/**
 * Answers one person by Slack's one-time address, so that nobody else sees it. False when the address is used up or
 * expired; throws when nobody knows whether it arrived.
 */
export async function respondTo(sending: Sending, responseUrl: string, said: Said): Promise<boolean> {
  let answer: Response
  try {
    answer = await sending.fetch(responseUrl, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...said }),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
  } catch (error) {
    throw new SendFailure(ofConnection(error))
  }
  await answer.body?.cancel()
  if (answer.status >= 500) throw new SendFailure({ how: 'unknown', words: `response_url: HTTP ${answer.status}` })
  return answer.ok
}
