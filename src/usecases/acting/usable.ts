import type { SystemActor } from '../../domain/actor.js'
import type { AccountRow } from '../../store/people/accounts.js'

/** Who ties, suspends and appoints when somebody turns up in Slack, or Slack tells of them. */
export const slackSignIn: SystemActor = { kind: 'system', name: 'slack-sign-in' }

/** The oldest organization first. */
export function byOrganization({ organization: a }: AccountRow, { organization: b }: AccountRow): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.primaryDomain < b.primaryDomain ? -1 : 1)
}
