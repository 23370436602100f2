import { z } from 'zod'
import type { Reader } from '../locales/words.js'
import { resolveActor } from '../usecases/resolve-actor.js'
import type { ResolvedActor, SlackProfile } from '../usecases/resolve-actor.js'
import type { Edge } from './edge.js'

export interface Caller {
  teamId: string
  userId: string
}

const profile = z.object({
  name: z.string().optional(),
  real_name: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().optional(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  profile: z.object({ email: z.string().optional(), real_name: z.string().optional() }).optional(),
})

/** How many people's languages are remembered. */
const mostReaders = 5000

/** Slack's team and user become the signed-in account, or a refusal; and always a language and a wall clock. */
export async function whoActs(edge: Edge, caller: Caller): Promise<ResolvedActor> {
  const who = await resolveActor(edge.deps, { ...caller, loadProfile: () => loadProfile(edge, caller.userId) })
  if (edge.readers.size >= mostReaders) edge.readers.clear()
  edge.readers.set(keyOf(caller), who.reader)
  return who
}

async function loadProfile(edge: Edge, userId: string): Promise<SlackProfile> {
  const answer = await edge.quick.users.info({ user: userId, include_locale: true })
  const user = profile.parse(answer.user)
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

const keyOf = (caller: Caller): string => `${caller.teamId} ${caller.userId}`

export const unknownReader: Reader = { locale: 'en-US', timeZone: 'UTC' }

/** The language last seen of a person; English of somebody new. */
export function lastReader(edge: Edge, caller: Caller): Reader {
  return edge.readers.get(keyOf(caller)) ?? unknownReader
}
