/**
 * Reseller access, read from the ledger (ACCESS-1 to ACCESS-5). Guards and explanations both call these functions,
 * so they cannot differ.
 */
import type { AccessBasis, AccessChange, Seller, SubscriptionStatus } from './words.js'

/** A row of the access ledger of one pair of customer and reseller domain, oldest first. */
export interface LedgerEntry {
  change: AccessChange
  subscriptionId: string | null
  at: Date
  effectiveAt: Date
  actorName: string
  basis: AccessBasis
}

export interface HeldSubscription {
  id: string
  productId: string
  skuName: string
  seller: Seller
  status: SubscriptionStatus
}

/** Why something is not open, and since or until when. */
export type AccessBlock =
  | { reason: 'not_managed' }
  | { reason: 'switch_off'; since: Date; by: string }
  | { reason: 'no_subscription' }
  | { reason: 'subscription_not_active'; skuName: string; status: SubscriptionStatus }
  | { reason: 'consent_missing'; skuName: string }
  | { reason: 'grant_missing'; skuName: string }
  | { reason: 'grant_pending'; skuName: string; until: Date }

export type Effective = { open: true; since: Date | null } | { open: false; block: AccessBlock }
