/** What the use-cases of access answer. */
import type { ApprovalKind } from '../approvals/approval.js'
import type { AccessBasis, AccessChange } from '../words.js'
import type { AccessSubject } from './access-refusal.js'

/** What was asked for, and whom. */
export interface AccessAsked {
  customer: string
  asked: {
    kind: Extract<ApprovalKind, 'ACCESS_REQUEST' | 'CONSENT'>
    /** The subscription it is about; null of a request for the switch, or for several. */
    skuName: string | null
    /** By name. */
    people: string[]
  }[]
}

export interface AccessChanged {
  customerId: number
  customer: string
  subject: AccessSubject
  change: AccessChange
  /** When it works at the latest; null when it counts at once. */
  pendingUntil: Date | null
}

/** What withdrawing would do. */
export interface PlannedRevoke {
  customerId: number
  customer: string
  subject: AccessSubject
  /** Null for the switch. */
  subscriptionId: string | null
}

/** One page of the access ledger of a customer and a reseller domain, newest first (ACCESS-5). */
export interface AccessHistory {
  customerId: number
  customer: string
  rows: {
    id: number
    change: AccessChange
    subject: AccessSubject
    at: Date
    effectiveAt: Date
    by: string
    basis: AccessBasis
    evidence: string | null
  }[]
  /** What the next page comes after; null on the last. */
  next: number | null
}

/** What a grant can be recorded for. */
export interface RecordGrantForm {
  customerId: number
  customer: string
  choices: {
    /** `switch`, or the subscription's id. */
    value: string
    subject: AccessSubject
  }[]
}
