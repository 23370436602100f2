import type { AccessChanged } from '../../domain/access/access-answers.js'
import { subjectOf } from '../../domain/access/change-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'
import { holdAccess } from './load-access.js'
import { revocationOf } from './plan-revoke.js'
import type { PlanRevoke } from './plan-revoke.js'
import { saveAccessChanges } from './save-access-changes.js'

export interface RevokeAccess extends PlanRevoke {
  deliveryKey: string
}

/**
 * Withdraws at once (ACCESS-3): the customer's super admin the switch or a grant, a manager of the reseller its consent.
 * Throws `Refused`: what `nameCustomer` throws; `not_customer_admin`; `access_missing` when nobody manages the customer;
 * `subscription_not_found`, `subscription_ambiguous`, `no_grant_needed`, `nothing_to_revoke`.
 */
export async function revokeAccess(deps: Deps, actor: AccountActor, input: RevokeAccess): Promise<AccessChanged> {
  const now = deps.now()
  const changed = await deps.store.transaction(async (tx) => {
    const loaded = await holdAccess(tx, actor, input.customer)
    const { customer, resellerId, held, change, basis, refusal } = await revocationOf(tx, actor, loaded, input.subscription, now)
    if (await claimDelivery(tx, `revoke-access:${input.deliveryKey}`, now)) {
      if (refusal) throw new Refused(refusal)
      await saveAccessChanges(tx, deps, actor, { customer, resellerId, changes: [{ change, subscriptionId: held?.id ?? null }], basis, now })
    }
    return { customerId: customer.id, customer: customer.name, subject: subjectOf(held), change, pendingUntil: null }
  })
  deps.wakeDelivery()
  return changed
}
