import type { AccessLack } from './access-lack.js'
import type { LicenceState } from './licence-state.js'
import type { RoleName, RoleValue } from './role.js'

/** An organizational unit; its path is like `/Support/Cloud Identity`, `/` is the root. */
export interface UnitValue {
  id: string
  path: string
  automaticLicensing: boolean
}

/** An account as its domain's super admin sees it. */
export interface ManagedAccount {
  id: string
  version: number
  name: string
  email: string
  personEmail: string
  status: 'ACTIVE' | 'SUSPENDED'
  roles: RoleName[]
  unit: UnitValue | null
  /** Holds a free Cloud Identity licence. */
  licence: boolean
  alertEmail: string | null
  /** To a Slack user. */
  tied: boolean
  lacks: AccessLack[]
  isSelf: boolean
}

/** Ten accounts of an organization, by name. */
export interface AccountPage {
  /** The primary domain, and all of them. */
  domain: string
  domains: string[]
  /** Of all pages; `lacking` are those without portal access. */
  total: number
  lacking: number
  rows: ManagedAccount[]
  next: string | null
  first: boolean
}

/** What may be chosen for an account. */
export interface AccountForm {
  domains: string[]
  /** Those that may be granted to it. */
  roles: RoleValue[]
  units: UnitValue[]
  /** Null: not a reseller. */
  licences: LicenceState | null
}
