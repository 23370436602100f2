import type { AccessAsked } from '../../domain/access/access-answers.js'
import type { HeldSubscription } from '../../domain/access/access.js'
import type { MissingAccess } from '../../domain/access/missing-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { Tx } from '../../store/open-store.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { AskApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'

export interface AskForAccess {
  customer: { id: number }
  resellerId: string
  plan: MissingAccess
  /** The actor unless told otherwise. */
  requesterId?: string
  now: Date
}

/**
 * One request to the reseller's managers for each consent, and one to the customer's super admins for all that is theirs
 * to give. What nobody can be asked for is left out. Throws `Refused` when nothing is left then, with nothing written.
 */
export async function askForAccess(tx: Tx, deps: Deps, actor: AccountActor, { customer, resellerId, plan, requesterId, now }: AskForAccess): Promise<AccessAsked['asked']> {
  const { turnOn, consents, grants } = plan
  const asked: AccessAsked['asked'] = []
  let refused: Refused | null = null
  const ask = async (kind: AccessAsked['asked'][number]['kind'], skuName: string | null, request: Pick<AskApproval, 'payload' | 'subscriptionId'>) => {
    try {
      const { asked: people } = await askApproval(tx, deps, actor, { ...request, organizationId: resellerId, customerId: customer.id, ...(requesterId !== undefined && { requesterId }), now })
      asked.push({ kind, skuName, people })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused ??= error
    }
  }
  for (const { id, skuName } of consents) await ask('CONSENT', skuName, { payload: { kind: 'CONSENT' }, subscriptionId: id })
  if (turnOn || grants.length > 0) {
    await ask('ACCESS_REQUEST', turnOn ? null : nameOfOne(grants), { payload: { kind: 'ACCESS_REQUEST', turnOn, subscriptionIds: grants.map(({ id }) => id) } })
  }
  if (asked.length === 0 && refused) throw refused
  return asked
}

function nameOfOne([first, ...more]: readonly HeldSubscription[]): string | null {
  return first && more.length === 0 ? first.skuName : null
}
