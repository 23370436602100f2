import { writeAudit } from '../../../store/audit/audit.js'
import { findAccount } from '../../../store/people/accounts.js'
import { addLicences } from '../../../store/people/add-licences.js'
import type { ApprovalAction } from '../approval-action.js'

/** The desk adds free licences to a domain's pool, while who asked for them still administers it (ACCOUNT-2). */
export const extraLicences: ApprovalAction = {
  async apply(tx, _deps, { actor, approval, now }) {
    const { payload, organizationId, requesterId, id: approvalId } = approval
    if (payload.kind !== 'EXTRA_LICENCES') throw new Error(`An approval of ${payload.kind} is no request for licences`)
    const requester = await findAccount(tx, requesterId)
    if (requester.status !== 'ACTIVE' || !requester.privileges.has('ADMINISTER')) return 'requester_may_not'
    const total = await addLicences(tx, organizationId, payload.count)
    if (total === null) return 'licences_not_ordered'
    await writeAudit(tx, {
      at: now, actor, action: 'licences.added', subjectType: 'organization', subjectId: organizationId,
      before: { total: total - payload.count }, after: { total, approvalId, requesterId },
    })
    return null
  },
}
