import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'

export interface RequestLicences {
  /** 1 to 500. */
  count: number
  reason: string
  deliveryKey: string
}

/** Asks the desk for more licences; answers whom. */
export async function requestLicences(_deps: Deps, _actor: AccountActor, _input: RequestLicences): Promise<{ asked: string[] }> {
  throw new Error('not built yet')
}
