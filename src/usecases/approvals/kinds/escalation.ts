import type { ApprovalClosure } from '../../../domain/approvals/approval.js'
import { actionBlockedBy } from '../../../domain/cases/case-actions.js'
import { Refused } from '../../../domain/refused.js'
import type { Refusal } from '../../../domain/refused.js'
import { isCustomerOf } from '../../../store/approvals/approval-readers.js'
import type { StoredApproval } from '../../../store/approvals/stored-approval.js'
import type { Tx } from '../../../store/open-store.js'
import { requesterActor } from '../../acting/requester-actor.js'
import { applyChange, holdForActor } from '../../verbs/change-case.js'
import { escalated } from '../../verbs/escalated.js'
import type { ApprovalAction } from '../approval-action.js'

/** The case is escalated in the name of who asked, if they may do that still, and it can be (CASE-5, APPROVAL-4). */
export const escalation: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { payload } = approval
    if (payload.kind !== 'ESCALATION') throw new Error(`an approval of ${payload.kind} escalates no case`)
    const { caseNumber, kind: _kind, title: _title, ...asked } = payload
    const requester = await requesterActor(tx, approval.requesterId)
    if (!requester) return 'requester_may_not'
    try {
      const held = await holdForActor(tx, requester, caseNumber, now)
      const blocked = actionBlockedBy('escalate', held, requester, now)
      if (blocked) throw new Refused(blocked)
      await applyChange(tx, deps, requester, held, escalated(asked, now, { approvalId: approval.id, approvedBy: actor.accountId }), now)
      return null
    } catch (error) {
      if (error instanceof Refused) return closureFor(tx, approval, error.refusal)
      throw error
    }
  },
}

/** What the requester would be told now, as the reason why it has become impossible. */
async function closureFor(tx: Tx, { customerId, organizationId }: StoredApproval, refusal: Refusal): Promise<ApprovalClosure> {
  switch (refusal.code) {
    case 'privileges_missing': return 'requester_may_not'
    case 'case_not_found': return customerId === null || (await isCustomerOf(tx, customerId, organizationId)) ? 'case_gone' : 'customer_transferred'
    case 'case_locked': return 'access_missing'
    case 'case_closed': return 'case_closed'
    case 'escalation_for_premium': return 'not_premium'
    case 'already_escalated': return 'already_escalated'
    default: throw new Error(`an escalation that was asked for cannot end in ${refusal.code}`)
  }
}
