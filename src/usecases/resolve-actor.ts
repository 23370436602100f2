import type { AccountActor } from '../domain/actor.js'
import type { Refusal } from '../domain/refused.js'
import type { Deps } from './deps.js'

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

export interface WhoActs {
  teamId: string
  userId: string
  /** Asks Slack; called before the transaction, and only when what is kept is older than 15 minutes. */
  loadProfile: () => Promise<SlackProfile>
}

/** Whose language and wall clock an answer is in; known even of people who may do nothing. */
export interface ActorReader {
  locale: string
  timeZone: string
}

export type ResolvedActor = { reader: ActorReader; actor: AccountActor } | { reader: ActorReader; refusal: Refusal }

export function resolveActor(_deps: Deps, _who: WhoActs): Promise<ResolvedActor> {
  throw new Error('not built yet')
}
