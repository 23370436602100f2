/** What Slack tells of a user; the address as Slack spells it, if it tells one. */
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

/** Somebody whom Slack knows by an address. */
export interface SlackPerson {
  userId: string
  profile: SlackProfile
}

/** A user as Slack writes it; servers like Slack's leave out what they do not know, or say null. */
export interface ToldUser {
  name?: string | null | undefined
  real_name?: string | null | undefined
  locale?: string | null | undefined
  tz?: string | null | undefined
  is_bot?: boolean | null | undefined
  deleted?: boolean | null | undefined
  is_restricted?: boolean | null | undefined
  is_ultra_restricted?: boolean | null | undefined
  is_stranger?: boolean | null | undefined
  profile?: { email?: string | null | undefined; real_name?: string | null | undefined } | null | undefined
}

export function profileOf(user: ToldUser, userId: string): SlackProfile {
  return {
    ...(user.profile?.email ? { email: user.profile.email } : {}),
    name: user.profile?.real_name ?? user.real_name ?? user.name ?? userId,
    locale: user.locale ?? 'en-US',
    timeZone: user.tz ?? 'UTC',
    isBot: user.is_bot ?? false,
    isDeleted: user.deleted ?? false,
    isGuest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
    isStranger: user.is_stranger ?? false,
  }
}

/** What is kept of it. */
export function slackUserOf(
  { teamId, userId }: { teamId: string; userId: string }, { email, ...profile }: SlackProfile, fetchedAt: Date,
): Omit<SlackProfile, 'email'> & { teamId: string; userId: string; email: string | null; fetchedAt: Date } {
  return { teamId, userId, ...profile, email: email?.trim().toLowerCase() || null, fetchedAt }
}
