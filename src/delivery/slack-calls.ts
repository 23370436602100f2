import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { SendFailure } from './failure.js'

/** Slack's methods with what they asked for respected: after a 429 the method rests for everybody. */
export interface SlackCalls {
  client: WebClient
  /** Runs a call of the named method, or throws at once while the method rests. */
  call<T>(method: string, run: () => Promise<T>): Promise<T>
  /** Lets the method rest; answers until when. */
  rest(method: string, seconds: number): Date
}

export function slackCalls(client: WebClient, now: () => Date): SlackCalls {
  const restingUntil = new Map<string, Date>()
  const rest = (method: string, seconds: number) => {
    const until = new Date(now().getTime() + Math.max(1, seconds) * 1000)
    restingUntil.set(method, until)
    return until
  }
  return {
    client,
    rest,
    async call(method, run) {
      const until = restingUntil.get(method)
      if (until && until > now()) throw new SendFailure({ how: 'wait', until, words: `${method} rests until ${until.toISOString()}` })
      try {
        return await run()
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError)) throw error
        throw new SendFailure({ how: 'wait', until: rest(method, error.retryAfter), words: `ratelimited for ${error.retryAfter} s` })
      }
    },
  }
}
