import type { OrganizationKind } from '../words.js'
import type { AccessBlock } from './access.js'

/** What an access change is about: the switch, or one subscription bought from Google. */
export type AccessSubject = { what: 'switch' } | { what: 'subscription'; skuName: string }

export type AccessRefusal =
  | { code: 'access_missing'; customerId: number; customer: string; block: AccessBlock }
  | { code: 'access_open'; customer: string }
  /** What the customer would have to grant, the reader's own domain has not agreed to support (ACCESS-2). */
  | { code: 'consent_first'; customer: string; block: AccessBlock }
  | { code: 'already_requested'; at: Date; admins: string[] }
  | { code: 'nobody_to_ask'; who: 'customer_admin'; customer: string }
  /** Several customers have the words; `some` of them, by name. */
  | { code: 'customer_ambiguous'; words: string; some: { name: string; domain: string }[]; more: boolean }
  /** No subscription of the customer has these words, or several have; `held` are its subscriptions' names. */
  | { code: 'subscription_not_found'; customer: string; words: string; held: string[] }
  | { code: 'subscription_ambiguous'; customer: string; words: string; held: string[] }
  /** It was bought from the reseller: the switch alone counts for it. */
  | { code: 'no_grant_needed'; customer: string; skuName: string }
  /** Access is the customer's super admin's to change. `readerKind`: whose people the reader belongs to. */
  | { code: 'not_customer_admin'; customer: string; admins: string[]; readerKind: OrganizationKind }
  | { code: 'already_granted'; customer: string; subject: AccessSubject; pendingUntil: Date | null }
  | { code: 'nothing_to_revoke'; customer: string; subject: AccessSubject }
  | { code: 'nothing_pending'; customer: string }
  /** Who recorded a grant on the customer's behalf does not confirm it (ACCESS-3). */
  | { code: 'confirm_own_record'; customer: string }
