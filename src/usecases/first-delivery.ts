import { claimDelivery } from '../store/handled-deliveries.js'
import type { Deps } from './deps.js'

/**
 * Whether something is delivered for the first time (house rule 7), for what only reads or draws and would do it again.
 * Asked before anybody is known: usage is for everybody.
 */
export function firstDelivery(deps: Deps, deliveryKey: string): Promise<boolean> {
  return deps.store.transaction((tx) => claimDelivery(tx, deliveryKey, deps.now()))
}
