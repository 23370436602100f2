import type { AccountActor } from '../domain/actor.js'
import type { Deps } from './deps.js'

export interface RequestAccess {
  customerId: number
  /** A second delivery with the same key asks nobody twice. */
  deliveryKey: string
}

export function requestAccess(_deps: Deps, _actor: AccountActor, _input: RequestAccess): Promise<{ admins: string[] }> {
  throw new Error('not built yet')
}
