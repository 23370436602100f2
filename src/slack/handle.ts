import { WebAPIRateLimitedError } from '@slack/web-api'
import type { AccountActor } from '../domain/actor.js'
import { Refused } from '../domain/refused.js'
import { wordsFor } from '../locales/words.js'
import type { Reader } from '../locales/words.js'
import type { ResolvedActor } from '../usecases/acting/resolve-actor.js'
import type { Edge } from './edge.js'
import { errorLine } from './log.js'
import { BrokenPayload } from './payloads.js'
import type { Place } from './places.js'
import { refusalText } from './refusals/refusal-words.js'
import { lastReader, whoActs } from './who-acts.js'
import type { Caller } from './who-acts.js'

/** One thing a person did, on its way to a use-case. */
export interface Call {
  edge: Edge
  caller: Caller
  /** Asked for once, at once; a listener that needs to be quick does something else meanwhile. */
  who: Promise<ResolvedActor>
  /** Where refusals and errors are said; a listener that opens a view moves it there. */
  place: Place
}

export interface Acting {
  actor: AccountActor
  reader: Reader
}

/**
 * Runs a listener's work after its ack. A refusal becomes words where the person stands; anything else is a bug, logged
 * with a reference that the person is told. Never throws.
 */
export async function handle(edge: Edge, caller: Caller, place: Place, work: (call: Call) => Promise<void>): Promise<void> {
  const who = whoActs(edge, caller)
  // The listener may fail before it asks who acts.
  who.catch(() => undefined)
  const call: Call = { edge, caller, who, place }
  await edge.running.track(done(edge, call, work))
}

async function done(edge: Edge, call: Call, work: (call: Call) => Promise<void>): Promise<void> {
  try {
    await work(call)
  } catch (error) {
    const reader = lastReader(edge, call.caller)
    await call.place.tell(wordsOf(edge, error, reader), reader)
  }
}

/** The signed-in account; throws the refusal of somebody who has none. */
export async function acting(call: Call): Promise<Acting> {
  const who = await call.who
  if ('refusal' in who) throw new Refused(who.refusal)
  return who
}

/** Words for whatever was thrown. */
export function wordsOf(edge: Edge, error: unknown, reader: Reader): string {
  if (error instanceof Refused) return refusalText(error.refusal, reader)
  if (error instanceof WebAPIRateLimitedError) return wordsFor(reader)('refusals.slack_busy')
  if (error instanceof BrokenPayload) return wordsFor(reader)('refusals.broken_payload')
  return wordsFor(reader)('refusals.unexpected', { reference: logBug(edge, error) })
}

/** Logs a bug and gives the short reference it is found by. */
export function logBug(edge: Edge, error: unknown): string {
  const reference = edge.deps.newId().slice(-8).toUpperCase()
  edge.log.error({ reference, error: errorLine(error) }, 'something unexpected happened')
  return reference
}
