import { expect } from 'vitest'
import { Refused } from '../../src/domain/refused.js'
import type { Refusal } from '../../src/domain/refused.js'

/** The refusal something ends in; fails when it ends otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then((value) => ({ value }), (error: unknown) => ({ error }))
  if ('error' in outcome && outcome.error instanceof Refused) return outcome.error.refusal
  if ('error' in outcome) throw outcome.error
  return expect.fail(`expected a refusal, got ${JSON.stringify(outcome.value)}`)
}
