import type { SlackIdentity, SlackUserRow } from '../store/slack-users.js'

/** What Slack tells of a user. */
export interface SlackProfile {
  email?: string
  name: string
  /** BCP 47. */
  locale: string
  /** IANA. */
  timeZone: string
  isBot: boolean
  isDeleted: boolean
  isGuest: boolean
  /** Of another organization, seen through a shared channel. */
  isStranger: boolean
}

/** What is kept of it. */
export function slackUserOf({ teamId, userId }: SlackIdentity, { email, ...profile }: SlackProfile, fetchedAt: Date): Omit<SlackUserRow, 'signedInAccountId'> {
  return { teamId, userId, ...profile, email: email?.trim().toLowerCase() || null, fetchedAt }
}
