import type { AccessChanged } from '../../domain/access/access-answers.js'
import { grantBlockedBy, pendingUntil, subjectOf } from '../../domain/access/change-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'
import { administers, holdAccess, managingId, refuseOthers, subscriptionMeant } from './load-access.js'
import { effectiveAtOf, saveAccessChanges } from './save-access-changes.js'

export interface GrantAccess {
  /** Words, or an id from a button. */
  customer: string | number
  /** Words of one subscription, or its id from a button; without, the switch is meant. */
  subscription?: string
  deliveryKey: string
}

/**
 * The customer's super admin turns the switch on, or grants a subscription bought from Google (ACCESS-1, ACCESS-2); it is
 * pending for a day (ACCESS-3). Throws `Refused`: what `nameCustomer` throws; `not_customer_admin`; `access_missing` when
 * nobody manages the customer, or the subscription has ended; `subscription_not_found`, `subscription_ambiguous`,
 * `no_grant_needed`, `consent_first`, `already_granted`.
 */
export async function grantAccess(deps: Deps, actor: AccountActor, input: GrantAccess): Promise<AccessChanged> {
  const now = deps.now()
  const changed = await deps.store.transaction(async (tx): Promise<AccessChanged> => {
    const loaded = await holdAccess(tx, actor, input.customer)
    const { customer } = loaded
    if (!administers(actor, customer)) return refuseOthers(tx, actor, customer)
    const resellerId = managingId(loaded)
    const held = subscriptionMeant(customer, input.subscription)
    const change = held ? 'GRANT' : 'SWITCH_ON'
    const facts = { customer: customer.name, held, ledger: customer.ledger, now }
    const answer = { customerId: customer.id, customer: customer.name, subject: subjectOf(held), change } as const
    if (!(await claimDelivery(tx, `grant-access:${input.deliveryKey}`, now))) return { ...answer, pendingUntil: pendingUntil(facts) }

    const refusal = grantBlockedBy(facts)
    if (refusal) throw new Refused(refusal)
    if (held && held.status !== 'ACTIVE') {
      const { skuName, status } = held
      throw new Refused({ code: 'access_missing', customerId: customer.id, customer: customer.name, block: { reason: 'subscription_not_active', skuName, status } })
    }
    await saveAccessChanges(tx, deps, actor, { customer, resellerId, changes: [{ change, subscriptionId: held?.id ?? null }], basis: 'CUSTOMER_ADMIN', now })
    return { ...answer, pendingUntil: effectiveAtOf(change, now) }
  })
  deps.wakeDelivery()
  return changed
}
