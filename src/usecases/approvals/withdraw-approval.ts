import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import { endedBy, mayWithdraw } from '../../domain/approvals/deciders.js'
import { Refused } from '../../domain/refused.js'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'
import { endApproval } from './end-approval.js'
import { loadHeldApproval } from './load-approval.js'
import { seenBy } from './seen-by.js'

export interface WithdrawApproval {
  approvalId: string
  deliveryKey: string
}

/**
 * Takes one's own request back while it waits (APPROVAL-3). Throws `Refused`: what `seenBy` throws, `not_your_request`,
 * `already_decided`.
 */
export async function withdrawApproval(deps: Deps, actor: AccountActor, { approvalId, deliveryKey }: WithdrawApproval): Promise<ApprovalValue> {
  const now = deps.now()
  const withdrawn = await deps.store.transaction(async (tx) => {
    const loaded = seenBy(actor, await loadHeldApproval(tx, approvalId))
    const { approval } = loaded
    if (!(await claimDelivery(tx, `withdraw-approval:${approvalId}:${deliveryKey}`, now))) return approval
    if (!mayWithdraw(approval, actor.accountId, now)) {
      const over = approval.requester.accountId === actor.accountId ? endedBy(approval, now) : null
      throw new Refused(over ?? { code: 'not_your_request', requester: approval.requester.name })
    }
    await endApproval(tx, deps, loaded, { actor, state: 'WITHDRAWN', comment: null, at: now, now, origin: { how: 'button' } })
    return (await findApprovalValue(tx, approvalId))!
  })
  deps.wakeDelivery()
  return withdrawn
}
