import type { SystemActor } from '../../domain/actor.js'
import type { AccountRow } from '../../store/people/accounts.js'
import type { SlackUserRow } from '../../store/people/slack-users.js'

/** Who ties, suspends and appoints when somebody turns up in Slack, or Slack tells of them. */
export const slackSignIn: SystemActor = { kind: 'system', name: 'slack-sign-in' }

/** Guests act for customers and support-only partners only (ACCOUNT-5), whatever they were tied to before. */
export function mayUse(user: Pick<SlackUserRow, 'isGuest'>, { organization }: Pick<AccountRow, 'organization'>): boolean {
  return !user.isGuest || organization.kind === 'CUSTOMER' || (organization.kind === 'RESELLER' && organization.supportOnly)
}

/** The oldest organization first. */
export function byOrganization({ organization: a }: AccountRow, { organization: b }: AccountRow): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.primaryDomain < b.primaryDomain ? -1 : 1)
}
