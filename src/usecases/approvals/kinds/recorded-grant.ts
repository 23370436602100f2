import { grantBlockedBy } from '../../../domain/access/change-access.js'
import { findAccount } from '../../../store/people/accounts.js'
import { saveAccessChanges } from '../../access/save-access-changes.js'
import type { ApprovalAction } from '../approval-action.js'
import { heldBy, holdCustomerOf } from './hold-customer.js'

/**
 * A grant made elsewhere stands in the ledger on the word of the manager who recorded it, and it is that manager who may
 * not confirm it (ACCESS-3, ACCESS-5).
 */
export const recordedGrant: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { payload, organizationId: resellerId, id: approvalId } = approval
    if (payload.kind !== 'RECORDED_GRANT') throw new Error(`An approval of ${payload.kind} is no recorded grant`)
    const customer = await holdCustomerOf(tx, approval)
    if (!customer) return 'customer_transferred'
    const recorder = await findAccount(tx, approval.requesterId)
    if (recorder.status !== 'ACTIVE' || !recorder.privileges.has('DECIDE_REQUESTS')) return 'requester_may_not'
    const held = approval.subscriptionId === null ? null : heldBy(customer, approval)
    if (held === undefined) return 'subscription_gone'
    const refusal = grantBlockedBy({ customer: customer.name, held, ledger: customer.ledger, now })
    if (refusal) return refusal.code === 'consent_first' ? 'consent_missing' : 'nothing_left_to_do'
    const change = held ? { change: 'GRANT', subscriptionId: held.id } as const : { change: 'SWITCH_ON', subscriptionId: null } as const
    await saveAccessChanges(tx, deps, actor, {
      customer, resellerId, changes: [change], basis: 'MANAGER_RECORD', by: recorder, evidence: payload.evidence, approvalId, now,
    })
    return null
  },
}
