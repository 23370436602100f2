/** The pool of free Cloud Identity licences of a reseller domain (ACCOUNT-2). */
export interface LicenceState {
  domain: string
  /** The free Cloud Identity subscription was ordered. */
  ordered: boolean
  /** 0 while it was not ordered. */
  total: number
  assigned: number
  /** Never below 0, though an import may have assigned more than there are. */
  left: number
  /** Paths of the units whose accounts may get two licences. */
  automaticUnits: string[]
  /** What was asked for and waits for the desk. */
  requested: { count: number; at: Date } | null
}
