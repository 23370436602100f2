import { missingAccess } from '../../../domain/access/missing-access.js'
import { saveAccessChanges } from '../../access/save-access-changes.js'
import type { AccessChangeRow } from '../../access/save-access-changes.js'
import type { ApprovalAction } from '../approval-action.js'
import { holdCustomerOf } from './hold-customer.js'

/** The customer's super admin turns the switch on, and grants what is named, as far as both are still missing (ACCESS-1, ACCESS-2). */
export const accessRequest: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { payload, organizationId: resellerId, id: approvalId } = approval
    if (payload.kind !== 'ACCESS_REQUEST') throw new Error(`An approval of ${payload.kind} is no request for access`)
    const customer = await holdCustomerOf(tx, approval)
    if (!customer) return 'customer_transferred'
    const named = customer.subscriptions.filter((held) => payload.subscriptionIds.includes(held.id))
    const missing = missingAccess(named, customer.ledger)
    const changes: AccessChangeRow[] = [
      ...(payload.turnOn && missing.turnOn ? [{ change: 'SWITCH_ON', subscriptionId: null } as const] : []),
      ...missing.grants.map(({ id }) => ({ change: 'GRANT', subscriptionId: id }) as const),
    ]
    if (changes.length > 0) {
      await saveAccessChanges(tx, deps, actor, { customer, resellerId, changes, basis: 'CUSTOMER_ADMIN', approvalId, now })
      return null
    }
    if (missing.consents.length > 0) return 'consent_missing'
    return payload.subscriptionIds.length > 0 && named.every((held) => held.status !== 'ACTIVE') ? 'subscription_gone' : 'nothing_left_to_do'
  },
}
