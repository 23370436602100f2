import { licenceRequestProblems } from '../../domain/accounts/licence-rules.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { findLicences, findWaitingLicenceRequest } from '../../store/people/licences.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'
import { beginResellerAdministering } from './administering.js'

export interface RequestLicences {
  /** 1 to 500. */
  count: number
  reason: string
  deliveryKey: string
}

/**
 * Asks the desk for more free licences (ACCOUNT-2, APPROVAL-1); answers whom. Throws `form`, `licences_not_ordered`,
 * `request_waits` while an earlier request does, `nobody_to_decide`, and what `permitResellerAdministration` throws;
 * nothing is written then.
 */
export async function requestLicences(deps: Deps, actor: AccountActor, { deliveryKey, ...input }: RequestLicences): Promise<{ asked: string[] }> {
  const now = deps.now()
  const { count } = input
  const reason = input.reason.trim()
  const asked = await deps.store.transaction(async (tx) => {
    await beginResellerAdministering(tx, actor)
    const waiting = await findWaitingLicenceRequest(tx, actor.organizationId, now)
    if (!(await claimDelivery(tx, `request-licences:${deliveryKey}`, now))) return waiting?.asked ?? []
    const problems = licenceRequestProblems({ count, reason })
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    const { ordered } = await findLicences(tx, { id: actor.organizationId, domain: actor.domain }, now)
    if (!ordered) throw new Refused({ code: 'licences_not_ordered', domain: actor.domain })
    if (waiting) throw new Refused({ code: 'request_waits', kind: 'EXTRA_LICENCES', at: waiting.at, asked: waiting.asked })
    return (await askApproval(tx, deps, actor, { payload: { kind: 'EXTRA_LICENCES', count, reason }, organizationId: actor.organizationId, now })).asked
  })
  deps.wakeDelivery()
  return { asked }
}
