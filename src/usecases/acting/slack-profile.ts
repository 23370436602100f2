import type { SlackIdentity, SlackUserRow } from '../../store/people/slack-users.js'

/** What Slack tells of a user: the row kept of it, but for what the bot adds; the address as Slack spells it, if it tells one. */
export type SlackProfile = Omit<SlackUserRow, keyof SlackIdentity | 'email' | 'fetchedAt' | 'signedInAccountId'> & { email?: string }

/** Somebody whom Slack knows by an address. */
export interface SlackPerson {
  userId: string
  profile: SlackProfile
}

/** What is kept of it. */
export function slackUserOf({ teamId, userId }: SlackIdentity, { email, ...profile }: SlackProfile, fetchedAt: Date): Omit<SlackUserRow, 'signedInAccountId'> {
  return { teamId, userId, ...profile, email: email?.trim().toLowerCase() || null, fetchedAt }
}
