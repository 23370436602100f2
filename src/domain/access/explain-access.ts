/** Access explained (ACCESS-5): the same facts through the same functions that guard filing, so that the two cannot differ. */
import type { Seller, SubscriptionStatus } from '../words.js'
import type { AccessBlock, Effective } from './access.js'

/** `/access check`: what can be filed, and else each missing step with who can take it. */
export interface AccessSheet {
  customer: { id: number; name: string; domain: string }
  /** By virtue of what the reader looks. */
  as: 'RESELLER' | 'PARTNER' | 'CUSTOMER' | 'DESK'
  /** The primary domain of the reseller it is about; empty when no reseller manages the customer. */
  domain: string
  open: boolean
  /** Null when open. */
  block: AccessBlock | null
  subscriptions: {
    id: string
    skuName: string
    productId: string
    seller: Seller
    status: SubscriptionStatus
    effective: Effective
    /** An active partner relation opens the service, whatever `effective` says (ACCESS-1). */
    byPartner: boolean
  }[]
  /** In the order they are to be taken; empty when open. */
  steps: AccessStep[]
  may: { file: boolean; request: boolean; confirm: boolean; recordGrant: boolean; changeSwitch: boolean }
}

export interface AccessStep {
  step: 'turn_on' | 'consent' | 'grant' | 'confirm_or_wait' | 'renew' | 'buy'
  /** Null for the switch, and where nothing is held. */
  skuName: string | null
  who: 'CUSTOMER_ADMIN' | 'MANAGER' | 'AGENT' | 'CUSTOMER'
  /** Who can take it, by name. */
  people: string[]
  since: Date | null
  until: Date | null
  /** When it was asked for, and whom; null and empty when no request waits. */
  requestedAt: Date | null
  asked: string[]
}
