import type { AccountActor } from '../../domain/actor.js'
import type { AccessSubject } from '../../domain/access/access-refusal.js'
import type { Deps } from '../deps.js'

export interface ConfirmAccess {
  customerId: number
  deliveryKey: string
}

export async function confirmAccess(_deps: Deps, _actor: AccountActor, _input: ConfirmAccess): Promise<{ customer: string; confirmed: AccessSubject[] }> {
  throw new Error('not built yet')
}
