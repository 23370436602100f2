import type { CountsByType } from '../../domain/import/import-result.js'
import { recordTypes } from '../../domain/import/directory-record.js'
import type { SupportTier } from '../../domain/words.js'

export function noCounts(): CountsByType {
  return Object.fromEntries(recordTypes.map((type) => [type, { created: 0, updated: 0, unchanged: 0 }])) as CountsByType
}

/** A change of who may do or see what, as the audit trail tells it. */
export interface PermissionChange {
  /** The action is called `<what>.imported`. `access`: rows added to a customer's ledger; `partner`: one of its relations. */
  what: 'organization' | 'role' | 'account' | 'customer' | 'access' | 'partner'
  subjectType: 'organization' | 'role' | 'account' | 'customer'
  subjectId: string | number
  /** Missing of what is new. */
  before?: object
  after: object
}

/** What the writers need beside the records of a batch. */
export interface Writing {
  now: Date
  newId: () => string
  counts: CountsByType
  /** Ids of the customers that this batch created, by domain: they hold nothing yet. */
  newCustomers: Map<string, number>
  /** What this batch changed of who may do what. */
  permissions: PermissionChange[]
  /** Ids of the customers whose access this batch changed: their cards are drawn anew. */
  accessChanged: Set<number>
  /** Who is named in the ledger when the file names nobody. */
  importer: string
  /** For a new customer whose file names no reseller: the one asked for, else the only one there is. */
  reseller: { told?: string; sole?: string }
  /** For new customers of a file that names no tier. */
  tier: SupportTier
}
