import type { AccountActor } from '../../../domain/actor.js'
import type { ApprovalClosure } from '../../../domain/approvals/approval.js'
import { writeAudit } from '../../../store/audit/audit.js'
import { addCaseEvent } from '../../../store/cases/cases.js'
import { findProducts } from '../../../store/filing/catalogue.js'
import { returnDraft } from '../../../store/filing/drafts.js'
import { fileWaitingCase, findWaitingFiling, takeBackCase } from '../../../store/filing/waiting-filings.js'
import type { WaitingFiling } from '../../../store/filing/waiting-filings.js'
import type { StoredApproval } from '../../../store/approvals/stored-approval.js'
import { findCustomer, lockCustomer } from '../../../store/customers/customers.js'
import type { Tx } from '../../../store/open-store.js'
import { accessTo, productBlock } from '../../access/customer-access.js'
import { requesterWhoFiles } from '../../acting/requester-actor.js'
import { tellDeskOfFiling } from '../../desk/tell-filing.js'
import { announceFiling } from '../../filing/announce-filing.js'
import { linkRelated } from '../../filing/related-case.js'
import type { ApprovalAction } from '../approval-action.js'

/** A critical case waits for a manager: approved it is filed, else it goes back to its filer as a draft. */
export const p1Filing: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const decided = await decide(tx, approval, now)
    if ('closure' in decided) return decided.closure
    const { number, filing, requester } = decided
    const { draft } = filing
    if (!(await fileWaitingCase(tx, number, now))) return 'case_gone'
    const { confirmed } = draft.values
    await addCaseEvent(tx, requester, { caseNumber: number, at: now, kind: 'FILED', ...(confirmed && { data: confirmed }) })
    await writeAudit(tx, {
      at: now, actor, action: 'case.filed', subjectType: 'case', subjectId: number,
      before: { state: 'PENDING_APPROVAL' }, after: { state: 'NEW', approvalId: approval.id, requesterId: approval.requesterId, draftId: draft.id },
    })
    await linkRelated(tx, deps, requester, number, draft.values, now)
    // How it ended is what the filer is told, so the number is not told again.
    await announceFiling(tx, deps, { ...filing, number, organizationId: filing.filedByOrgId, filer: null }, now)
    await tellDeskOfFiling(tx, deps, requester, number, now)
    return null
  },

  async ended(tx, _deps, { actor, approval, how, comment, now }) {
    const { draftId, caseNumber } = payloadOf(approval)
    const decided = how === 'CLOSED' ? await decide(tx, approval, now) : null
    if (!(await takeBackCase(tx, caseNumber))) return
    await returnDraft(tx, draftId, {
      how, comment, at: now, by: actor.kind === 'account' ? actor.name : null, ...(decided && 'closure' in decided && { because: decided.closure }),
    }, now)
    await writeAudit(tx, {
      at: now, actor, action: 'case.returned', subjectType: 'case', subjectId: caseNumber,
      before: { state: 'PENDING_APPROVAL' }, after: { how, approvalId: approval.id, requesterId: approval.requesterId, draftId },
    })
  },
}

type Decided = { closure: ApprovalClosure } | { number: number; filing: WaitingFiling; requester: AccountActor }

/** Decides the filing again on what the store says now (APPROVAL-4), as who asked for it; writes nothing. */
async function decide(tx: Tx, approval: StoredApproval, now: Date): Promise<Decided> {
  const { caseNumber: number } = payloadOf(approval)
  const filing = await findWaitingFiling(tx, number)
  if (!filing) return { closure: 'case_gone' }
  // A change of this customer's access waits, or is seen.
  await lockCustomer(tx, filing.customerId)
  const requester = await requesterWhoFiles(tx, approval.requesterId)
  if (!requester) return { closure: 'requester_may_not' }
  const customer = await findCustomer(tx, requester, filing.customerId)
  // Whoever managed the customer then still does: a transfer gives nobody's waiting filings to another domain (SCOPE-3).
  if (!customer || customer.resellerId !== filing.managedAtFilingId) return { closure: 'customer_transferred' }
  const access = accessTo(requester, customer, await findProducts(tx), now)
  return productBlock(access, filing.productId) ? { closure: 'access_missing' } : { number, filing, requester }
}

function payloadOf({ payload }: StoredApproval): { draftId: string; caseNumber: number } {
  if (payload.kind !== 'P1_FILING') throw new Error(`an approval of ${payload.kind} files no case`)
  return payload
}
