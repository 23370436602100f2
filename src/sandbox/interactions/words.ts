/** What Slack tells a person when the bot did not answer as it should. */
import type { ActResult } from '../protocol.js'
import type { BotAnswer } from '../transport/link.js'

type Failure = Extract<BotAnswer, { ok: false }>
type Refusal = Extract<ActResult, { ok: false }>

const TROUBLE = 'We had some trouble connecting. Try again?'

export function refused(error: string, words: string): Refusal {
  return { ok: false, error, words }
}

export function trouble(error: string): Refusal {
  return refused(error, TROUBLE)
}

export function failureName(failure: Failure): string {
  return failure.error === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
}

export function interactionFailure(failure: Failure): Refusal {
  return trouble(failureName(failure))
}

export function commandFailure(command: string, failure: Failure): Refusal {
  const name = failureName(failure)
  return refused(name, `${command} failed with the error "${name}"`)
}
