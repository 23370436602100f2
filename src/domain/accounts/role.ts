import type { Privilege } from '../privileges.js'
import type { OrganizationKind } from '../words.js'

export type RoleKind = 'PREBUILT' | 'LEGACY' | 'CUSTOM'

export interface RoleName {
  id: string
  name: string
  kind: RoleKind
}

export interface RoleValue extends RoleName {
  privileges: Privilege[]
}

/** The roles of an organization, as its super admin sees them. */
export interface RoleSheet {
  domain: string
  organizationKind: OrganizationKind
  roles: (RoleValue & { holders: number })[]
  /** What a custom role may be made from. */
  choosable: Privilege[]
  /** What is ticked beforehand in a new one (SCOPE-2). */
  preticked: Privilege[]
}
