import type { PolicyValue } from '../../domain/accounts/policy.js'
import { bareChannel, policyProblems } from '../../domain/accounts/policy-problems.js'
import type { AccountActor } from '../../domain/actor.js'
import type { FormProblem } from '../../domain/form-problem.js'
import { Refused } from '../../domain/refused.js'
import { sameJson } from '../../domain/same-json.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { isChannelOfAnother, lockChannels } from '../../store/people/channel-holders.js'
import { findPolicy, putPolicy } from '../../store/people/policies.js'
import type { Deps } from '../deps.js'
import { beginResellerAdministering } from './administering.js'

export interface SavePolicy {
  /** As it was shown when it was opened. */
  before: PolicyValue
  policy: PolicyValue
  deliveryKey: string
}

/**
 * Saves what the reseller domain decides for itself; it counts from now on, for requests that are made later. Throws
 * `other_account` for the policy of another domain of the reader's, opened before a switch; `changed_meanwhile` when it is
 * not as it was shown any more, whatever differs; `form`, for a channel of another domain too (SCOPE-1); and what
 * `permitResellerAdministration` throws. Nothing is written then, nor when nothing is to change.
 */
export async function savePolicy(deps: Deps, actor: AccountActor, { before: shown, policy, deliveryKey }: SavePolicy): Promise<PolicyValue> {
  const now = deps.now()
  const { organizationId, domain } = actor
  if (policy.domain !== domain) throw new Refused({ code: 'other_account', domain: policy.domain, signedIn: domain })
  return deps.store.transaction(async (tx) => {
    await beginResellerAdministering(tx, actor)
    await lockChannels(tx)
    const before: PolicyValue = { domain, ...(await findPolicy(tx, organizationId)) }
    if (!(await claimDelivery(tx, `save-policy:${deliveryKey}`, now))) return before
    if (!sameJson(before, shown)) throw new Refused({ code: 'changed_meanwhile', what: domain })
    const wanted: PolicyValue = { ...policy, updatesChannel: bareChannel(policy.updatesChannel), approvalChannel: bareChannel(policy.approvalChannel) }
    const problems = [...policyProblems(wanted), ...(await takenChannels(tx, organizationId, before, wanted))]
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    if (sameJson(before, wanted)) return before

    const { domain: _, ...decided } = wanted
    await putPolicy(tx, organizationId, decided)
    await writeAudit(tx, {
      at: now, actor, action: 'policy.changed', subjectType: 'organization', subjectId: organizationId,
      before, after: wanted, origin: { how: 'modal' },
    })
    return wanted
  })
}

/** Channels stay with the domain that has them (SCOPE-1). */
async function takenChannels(tx: Tx, organizationId: string, before: PolicyValue, wanted: PolicyValue): Promise<FormProblem[]> {
  const problems: FormProblem[] = []
  for (const field of ['updatesChannel', 'approvalChannel'] as const) {
    const channel = wanted[field]
    if (channel === null || channel === before[field]) continue
    if (await isChannelOfAnother(tx, organizationId, channel)) problems.push({ field, problem: 'channel_taken' })
  }
  return problems
}
