import type { AccessSubject } from '../../domain/access/access-refusal.js'
import { subjectOf } from '../../domain/access/change-access.js'
import { confirmBlockedBy, isOwnRecord, pendingAccess } from '../../domain/access/pending-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { permitCases } from '../acting/permit.js'
import { ownAccountIds } from '../acting/usable-accounts.js'
import type { Deps } from '../deps.js'
import { holdAccess } from './load-access.js'
import { saveAccessChanges } from './save-access-changes.js'

export interface ConfirmAccess {
  customerId: number
  deliveryKey: string
}

/**
 * *It works now*: confirms all that is pending for the customer and the actor's domain, but for what the actor's person
 * recorded on the customer's behalf (ACCESS-3). Throws `Refused`: `for_resellers_only`, what `permitCases` throws,
 * `customer_not_found`, `nothing_pending`, `confirm_own_record`.
 */
export async function confirmAccess(deps: Deps, actor: AccountActor, { customerId, deliveryKey }: ConfirmAccess): Promise<{ customer: string; confirmed: AccessSubject[] }> {
  const now = deps.now()
  const { organizationKind } = actor
  if (organizationKind !== 'RESELLER') throw new Refused({ code: 'for_resellers_only', organizationKind })
  const answer = await deps.store.transaction(async (tx) => {
    await permitCases(tx, actor)
    const { customer, managed } = await holdAccess(tx, actor, customerId)
    if (!(await claimDelivery(tx, `confirm-access:${deliveryKey}`, now))) return { customer: customer.name, confirmed: confirmedLast(actor, customer) }
    const pending = managed ? pendingAccess(customer.subscriptions, customer.ledger, now) : []
    const ownIds = await ownAccountIds(tx, actor)
    const refusal = confirmBlockedBy(pending, ownIds, customer.name)
    if (refusal) throw new Refused(refusal)
    const confirmed = pending.filter((each) => !isOwnRecord(each, ownIds))
    const changes = confirmed.map(({ subscriptionId }) => ({ change: 'GRANT_CONFIRMED', subscriptionId }) as const)
    await saveAccessChanges(tx, deps, actor, { customer, resellerId: actor.organizationId, changes, basis: 'AGENT', now })
    return { customer: customer.name, confirmed: confirmed.map(({ subject }) => subject) }
  })
  deps.wakeDelivery()
  return answer
}

/** What the actor confirmed at its last time: the answer once more. */
function confirmedLast(actor: AccountActor, { ledger, subscriptions }: CustomerRow): AccessSubject[] {
  const own = ledger.filter((entry) => entry.change === 'GRANT_CONFIRMED' && entry.actorId === actor.accountId)
  const last = own.filter((entry) => entry.at.getTime() === own.at(-1)?.at.getTime())
  return last.flatMap(({ subscriptionId }) => {
    const held = subscriptions.find((each) => each.id === subscriptionId)
    return subscriptionId === null ? [subjectOf(null)] : held ? [subjectOf(held)] : []
  })
}
