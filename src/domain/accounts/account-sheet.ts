import type { Privilege } from '../privileges.js'
import type { OrganizationKind } from '../words.js'

/** Another domain of the reader's to switch to. */
export interface OtherDomain {
  domain: string
  organizationName: string
}

/** Who the reader is at the moment, and what the signed-in account may do. */
export interface AccountSheet {
  name: string
  email: string
  /** The organization's primary domain. */
  domain: string
  organizationName: string
  organizationKind: OrganizationKind
  supportOnly: boolean
  roles: { name: string; kind: 'PREBUILT' | 'LEGACY' | 'CUSTOM' }[]
  privileges: Privilege[]
  others: OtherDomain[]
  administers: boolean
  /** Super admins of the domain besides the reader: whom to ask for what is missing. */
  admins: string[]
  /** Null: alerts go to `email`. */
  alertEmail: string | null
  /** Approvals that wait for the account. */
  waiting: number
}
