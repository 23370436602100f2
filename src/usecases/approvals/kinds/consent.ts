import { grantState } from '../../../domain/access/access.js'
import { notAskedFor } from '../../../domain/access/missing-access.js'
import { Refused } from '../../../domain/refused.js'
import { findWaitingRequests } from '../../../store/customers/access-requests.js'
import { askForAccess } from '../../access/ask-for-access.js'
import { saveAccessChanges } from '../../access/save-access-changes.js'
import { requesterWhoFiles } from '../../acting/requester-actor.js'
import type { ApprovalAction } from '../approval-action.js'
import { heldBy, holdCustomerOf } from './hold-customer.js'

/**
 * The reseller agrees to support a subscription that was bought from Google (ACCESS-2). What an agent asked for is asked
 * of the customer next, in the agent's name, if the agent may ask for it still (APPROVAL-4).
 */
export const consent: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { organizationId: resellerId, requesterId, id: approvalId } = approval
    const customer = await holdCustomerOf(tx, approval)
    if (!customer) return 'customer_transferred'
    const held = heldBy(customer, approval)
    if (!held || held.seller !== 'GOOGLE') return 'subscription_gone'
    if (grantState(held.id, customer.ledger).step !== 'consent_missing') return 'nothing_left_to_do'
    await saveAccessChanges(tx, deps, actor, { customer, resellerId, changes: [{ change: 'CONSENT', subscriptionId: held.id }], basis: 'MANAGER', approvalId, now })

    // A customer's own admin gives the grant itself.
    if ((await requesterWhoFiles(tx, requesterId))?.organizationKind !== 'RESELLER') return null
    const requests = await findWaitingRequests(tx, { customerId: customer.id, resellerId }, now)
    const plan = notAskedFor({ turnOn: false, consents: [], grants: [held] }, requests)
    if (plan.grants.length === 0) return null
    try {
      await askForAccess(tx, deps, actor, { customer, resellerId, plan, requesterId, now })
    } catch (error) {
      // Nobody of the customer's can be reached: a manager can record the grant.
      if (!(error instanceof Refused)) throw error
    }
    return null
  },
}
