import type { AccountActor } from '../../domain/actor.js'
import { maySeeApproval } from '../../domain/approvals/deciders.js'
import { Refused } from '../../domain/refused.js'
import type { LoadedApproval } from './load-approval.js'

/**
 * The request, if the actor may see it. Throws `Refused`: `other_account` when it concerns another account of the same
 * Slack user, which has its messages whatever domain it acts on; else `approval_not_found`, also where there is none.
 */
export function seenBy(actor: AccountActor, loaded: LoadedApproval | null): LoadedApproval {
  if (loaded && maySeeApproval(loaded, actor)) return loaded
  const own = loaded && [loaded.requesterRow, ...loaded.entitledRows].find(({ status, slack }) =>
    status === 'ACTIVE' && slack !== null && slack.teamId === actor.slack.teamId && slack.userId === actor.slack.userId)
  throw new Refused(own ? { code: 'other_account', domain: own.organization.primaryDomain, signedIn: actor.domain } : { code: 'approval_not_found' })
}
