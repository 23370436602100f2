/** Whom Slack knows. */
import { z } from 'zod'
import { profileOf } from '../domain/accounts/slack-profile.js'
import type { SlackPerson, SlackProfile } from '../domain/accounts/slack-profile.js'
import type { Edge } from './edge.js'
import { withoutSecrets } from './log.js'
import { slackError } from './places.js'

/** Servers like Slack's leave out what they do not know, or say null. */
const profile = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  locale: z.string().nullish(),
  tz: z.string().nullish(),
  is_bot: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  profile: z.object({ email: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
})

export async function loadProfile(edge: Edge, userId: string): Promise<SlackProfile> {
  const answer = await edge.quick.users.info({ user: userId, include_locale: true })
  return profileOf(profile.parse(answer.user), userId)
}

/** What an event tells of a changed user; null when it is nobody, or not told whole. */
export function readProfile(sent: unknown): { userId: string; profile: SlackProfile } | null {
  const read = profile.safeParse(sent)
  if (!read.success || !read.data.id) return null
  const { id: userId, ...user } = read.data
  // Without its language only that somebody is gone is taken over: the rest is asked for when they come by.
  return user.locale || user.deleted ? { userId, profile: profileOf(user, userId) } : null
}

/** The person of the workspace with this address; null when Slack knows nobody, or does not say. */
export async function lookUpPerson(edge: Edge, email: string): Promise<SlackPerson | null> {
  try {
    const { user } = await edge.quick.users.lookupByEmail({ email })
    // Slack does not tell the locale here.
    return user?.id ? { userId: user.id, profile: await loadProfile(edge, user.id) } : null
  } catch (error) {
    if (slackError(error) !== 'users_not_found') edge.log.warn({ error: withoutSecrets(String(error)) }, 'nobody could be looked up by email')
    return null
  }
}
