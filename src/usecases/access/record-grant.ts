import type { AccessSubject } from '../../domain/access/access-refusal.js'
import { grantBlockedBy, subjectOf } from '../../domain/access/change-access.js'
import { waitsFor } from '../../domain/access/missing-access.js'
import type { AccountActor } from '../../domain/actor.js'
import type { FormProblem } from '../../domain/form-problem.js'
import { Refused } from '../../domain/refused.js'
import { findWaitingRequests } from '../../store/customers/access-requests.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'
import { holdAccess } from './load-access.js'
import { permitRecording, switchChoice } from './open-record-grant.js'

export interface RecordGrant {
  customerId: number
  /** `switch`, or the id of a subscription. */
  choice: string
  /** What the record rests on. */
  evidence: string
  deliveryKey: string
}

/** In UTF-16 units, as Slack counts its inputs. */
export const longestEvidence = 3000

/**
 * Asks another manager to approve a grant that the customer gave elsewhere, with its evidence (APPROVAL-1). Throws
 * `Refused`: what `openRecordGrant` throws; `form` at *subscription* and *evidence*; `access_missing` for a
 * subscription that has ended; `request_waits` when the same was recorded and waits; `nobody_to_decide`.
 */
export async function recordGrant(deps: Deps, actor: AccountActor, input: RecordGrant): Promise<{ customer: string; subject: AccessSubject; asked: string[] }> {
  const now = deps.now()
  const evidence = input.evidence.trim()
  const answer = await deps.store.transaction(async (tx) => {
    const loaded = await holdAccess(tx, actor, input.customerId)
    const resellerId = await permitRecording(tx, actor, loaded)
    const { customer } = loaded
    const held = input.choice === switchChoice ? null : customer.subscriptions.find(({ id }) => id === input.choice)
    const problems = [...(held === undefined ? [{ field: 'subscription', problem: 'unknown' } as const] : []), ...evidenceProblems(evidence)]
    if (held === undefined || problems.length > 0) throw new Refused({ code: 'form', problems })

    const { id: customerId, name, ledger } = customer
    const subject = subjectOf(held)
    const waiting = waitsFor(await findWaitingRequests(tx, { customerId, resellerId }, now), 'RECORDED_GRANT', held?.id ?? null)
    if (!(await claimDelivery(tx, `record-grant:${input.deliveryKey}`, now))) return { customer: name, subject, asked: waiting?.asked ?? [] }
    const refusal = grantBlockedBy({ customer: name, held, ledger, now })
    if (refusal) throw new Refused(refusal)
    if (held && held.status !== 'ACTIVE') {
      // Nobody could approve it (APPROVAL-4).
      const { skuName, status } = held
      throw new Refused({ code: 'access_missing', customerId, customer: name, block: { reason: 'subscription_not_active', skuName, status } })
    }
    if (waiting) throw new Refused({ code: 'request_waits', kind: 'RECORDED_GRANT', at: waiting.at, asked: waiting.asked })
    const { asked } = await askApproval(tx, deps, actor, {
      payload: { kind: 'RECORDED_GRANT', evidence }, organizationId: resellerId, customerId, ...(held && { subscriptionId: held.id }), now,
    })
    return { customer: name, subject, asked }
  })
  deps.wakeDelivery()
  return answer
}

function evidenceProblems(evidence: string): FormProblem[] {
  if (evidence === '') return [{ field: 'evidence', problem: 'required' }]
  return evidence.length > longestEvidence ? [{ field: 'evidence', problem: 'too_long', max: longestEvidence, length: evidence.length }] : []
}
