import type { Deps } from '../../usecases/deps.js'

/**
 * Fills a store without organizations with the demo directory and its cases, dated relative to `now`, all in one
 * transaction. Answers false, having done nothing, when there are organizations already.
 */
export async function seedDemo(_deps: Deps, _now: Date): Promise<boolean> {
  throw new Error('not written yet')
}
