import type { PlannedRevoke } from '../../domain/access/access-answers.js'
import { revokeBlockedBy, subjectOf, withdrawConsentBlockedBy } from '../../domain/access/change-access.js'
import type { AccessRefusal } from '../../domain/access/access-refusal.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { AccessBasis, AccessChange } from '../../domain/words.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { administers, loadAccess, managingId, refuseOthers, subscriptionMeant } from './load-access.js'
import type { LoadedAccess } from './load-access.js'

export interface PlanRevoke {
  /** Words, or an id from a button. */
  customer: string | number
  /** Words of one subscription, or its id from a button; without, the switch is meant. */
  subscription?: string
}

export interface Revocation {
  customer: CustomerRow
  resellerId: string
  held: CustomerRow['subscriptions'][number] | null
  change: AccessChange
  basis: AccessBasis
  /** Why there is nothing to withdraw. */
  refusal: AccessRefusal | null
}

/** What withdrawing would do, so that it is confirmed first; writes nothing. Throws `Refused` as `revokeAccess` does. */
export function planRevoke(deps: Deps, actor: AccountActor, input: PlanRevoke): Promise<PlannedRevoke> {
  return deps.store.read(async (tx) => {
    const { customer, held, refusal } = await revocationOf(tx, actor, await loadAccess(tx, actor, input.customer), input.subscription, deps.now())
    if (refusal) throw new Refused(refusal)
    return { customerId: customer.id, customer: customer.name, subject: subjectOf(held), subscriptionId: held?.id ?? null }
  })
}

/** The customer's super admin turns the switch off or takes a grant back; a manager of the reseller withdraws its consent. */
export async function revocationOf(tx: Tx, actor: AccountActor, loaded: LoadedAccess, subscription: string | undefined, now: Date): Promise<Revocation> {
  const { customer, managed } = loaded
  const isAdmin = administers(actor, customer)
  const isManager = managed && actor.organizationKind === 'RESELLER' && actor.privileges.has('DECIDE_REQUESTS') && subscription !== undefined
  if (!isAdmin && !isManager) return refuseOthers(tx, actor, customer)
  const resellerId = managingId(loaded)
  const held = subscriptionMeant(customer, subscription)
  const facts = { customer: customer.name, held, ledger: customer.ledger, now }
  if (!isAdmin && held) return { customer, resellerId, held, change: 'CONSENT_WITHDRAWN', basis: 'MANAGER', refusal: withdrawConsentBlockedBy({ ...facts, held }) }
  return { customer, resellerId, held, change: held ? 'GRANT_WITHDRAWN' : 'SWITCH_OFF', basis: 'CUSTOMER_ADMIN', refusal: revokeBlockedBy(facts) }
}
