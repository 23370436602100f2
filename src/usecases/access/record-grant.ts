import type { AccountActor } from '../../domain/actor.js'
import type { AccessSubject } from '../../domain/access/access-refusal.js'
import type { Deps } from '../deps.js'

export interface RecordGrant {
  customerId: number
  /** `switch`, or the id of a subscription. */
  choice: string
  /** What the record rests on. */
  evidence: string
  deliveryKey: string
}

export async function recordGrant(_deps: Deps, _actor: AccountActor, _input: RecordGrant): Promise<{ customer: string; subject: AccessSubject; asked: string[] }> {
  throw new Error('not built yet')
}
