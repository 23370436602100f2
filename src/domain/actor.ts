import type { Privilege } from './privileges.js'
import type { OrganizationKind } from './words.js'

/** Who acts: the signed-in account of a Slack user, with what it may do. Every use-case takes one first. */
export interface AccountActor {
  kind: 'account'
  accountId: string
  name: string
  organizationId: string
  organizationKind: OrganizationKind
  /** The organization's primary domain. */
  domain: string
  supportOnly: boolean
  privileges: ReadonlySet<Privilege>
  /** BCP 47. */
  locale: string
  /** IANA. */
  timeZone: string
  slack: { teamId: string; userId: string }
  /** The domains the person has active accounts on, the signed-in one first. */
  domains: readonly string[]
}

/** A job of the bot's own, named for the audit trail. */
export interface SystemActor {
  kind: 'system'
  name: string
}

export type Actor = AccountActor | SystemActor
