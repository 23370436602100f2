import type { FormProblem } from '../form-problem.js'
import type { OrganizationKind } from '../words.js'
import type { Privilege } from '../privileges.js'

export type AccountRefusal =
  | { code: 'no_account'; email?: string }
  | { code: 'not_a_person' }
  | { code: 'guest_without_account'; email?: string }
  | { code: 'account_suspended'; domain: string }
  | { code: 'privileges_missing'; missing: Privilege[]; domain: string; /** Besides the reader. */ admins: string[]; /** The reader administers the domain. */ readerAdministers?: boolean }
  /** The reader has no active account there; `domains` are those with one. */
  | { code: 'no_account_on_domain'; domain: string; domains: string[] }
  /** What was opened belongs to another account of the reader, on `domain`. */
  | { code: 'other_account'; domain: string; signedIn: string }
  /** Of another organization, or none. */
  | { code: 'account_not_found' }
  | { code: 'role_not_found' }
  /** A domain keeps one. */
  | { code: 'last_super_admin'; domain: string }
  | { code: 'role_in_use'; name: string; holders: number }
  /** Legacy roles exist only where they are assigned already (SCOPE-2). */
  | { code: 'legacy_role'; name: string }
  | { code: 'no_licence_left'; domain: string; total: number }
  | { code: 'licences_not_ordered'; domain: string }
  /** Automatic licensing is on for the unit: the account may get two licences (ACCOUNT-2). */
  | { code: 'two_licences'; unit: string }
  /** Only resellers have this. */
  | { code: 'for_resellers_only'; organizationKind: Exclude<OrganizationKind, 'RESELLER'> }
  | { code: 'form'; problems: FormProblem[] }
