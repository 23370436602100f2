/**
 * What an import is made of. A field that is missing was not told and stays as it is in the store; `null` empties it.
 * Domains and addresses are in lower case.
 */
import type { Privilege } from '../privileges.js'
import type { AccessBasis, AccessChange, Desk, OrganizationKind, PartnerState, Portal, Seller, SubscriptionStatus, SupportTier } from '../words.js'

/** As Google's Reseller API names the lines, and as it limits them: 255 characters each. */
export interface PostalAddress {
  contactName?: string
  organizationName?: string
  addressLine1?: string
  addressLine2?: string
  addressLine3?: string
  locality?: string
  region?: string
  postalCode?: string
  countryCode?: string
}

export interface PolicyFields {
  desk?: Desk
  updatesChannel?: string | null
  approvalChannel?: string | null
  p1NeedsApproval?: boolean
  escalationNeedsApproval?: boolean
  remindAfterHours?: number
  expireAfterHours?: number
  reopenWindowDays?: number
}

export interface OrganizationRecord {
  type: 'organization'
  kind: OrganizationKind
  /** The primary domain: its key. */
  domain: string
  name?: string
  /** Secondary domains. */
  domains?: string[]
  supportOnly?: boolean
  language?: string
  address?: PostalAddress | null
  units?: { path: string; automaticLicensing: boolean }[]
  /** Of resellers. */
  policy?: PolicyFields
  /** The pool of free Cloud Identity licences. */
  licences?: { ordered: boolean; total: number }
}

/** A custom role of one organization. */
export interface RoleRecord {
  type: 'role'
  organization: string
  name: string
  privileges: Privilege[]
}

export interface AccountRecord {
  type: 'account'
  email: string
  name?: string
  personEmail?: string
  /** Names of prebuilt roles or of the organization's own; they replace what was granted before. */
  roles?: string[]
  locale?: string | null
  timeZone?: string | null
  unit?: string | null
  /** Whether it holds a free Cloud Identity licence. */
  licence?: boolean
  status?: 'ACTIVE' | 'SUSPENDED'
  alertEmail?: string | null
}

export interface AssignmentFields {
  reseller: string
  from: Date
  /** Null: still. */
  until: Date | null
}

export interface CustomerRecord {
  type: 'customer'
  domain: string
  /** Only mentioned, by a subscription: created when unknown, and free to come again. */
  mentioned?: true
  name?: string
  externalId?: string
  /** The domain that manages it; null: nobody. */
  reseller?: string | null
  /** Replaces the stored history; the one without an end is the present. */
  assignments?: AssignmentFields[]
  tier?: SupportTier
  portal?: Portal
  contactName?: string | null
  contactEmail?: string | null
  contactPhone?: string | null
  address?: PostalAddress | null
  language?: string | null
  timeZone?: string | null
}

export interface SubscriptionRecord {
  type: 'subscription'
  customer: string
  skuId: string
  seller: Seller
  skuName?: string
  /** Told by its SKU when it is not named. */
  productId?: string
  planName?: string | null
  seats?: number | null
  status?: SubscriptionStatus
  externalId?: string
  createdAt?: Date
}

/** A row of the access ledger; its key is everything but who and why. */
export interface AccessRecord {
  type: 'access'
  customer: string
  /** The present one when it is not named. */
  reseller?: string
  change: AccessChange
  /** The SKU of a subscription bought from Google; missing for the switch. */
  skuId?: string
  at: Date
  effectiveAt?: Date
  /** An account's address, or a name. */
  by?: string
  basis?: AccessBasis
  evidence?: string
}

/** The relation of a customer, a partner and a service. */
export interface PartnerRecord {
  type: 'partner'
  customer: string
  partner: string
  productId: string
  state: PartnerState
  /** The portal it was made in; the customer's when it is not named. */
  portal?: Portal
  /** The address of the partner's account that verifies. */
  verifier?: string | null
  assignedBy?: string | null
  assignedAt?: Date
  activatedAt?: Date | null
  endedAt?: Date | null
}

export type DirectoryRecord =
  | OrganizationRecord | RoleRecord | AccountRecord | CustomerRecord | SubscriptionRecord | AccessRecord | PartnerRecord

export type RecordType = DirectoryRecord['type']
export type RecordOf<T extends RecordType> = Extract<DirectoryRecord, { type: T }>

/** In the order they are written: each refers to those before it. */
export const recordTypes = ['organization', 'customer', 'role', 'account', 'subscription', 'access', 'partner'] as const satisfies readonly RecordType[]
