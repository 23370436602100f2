import type { CaseFilters } from './case-filters.js'

export interface FilterCustomer {
  id: number
  name: string
  domain: string
}

/** The form of a list's filters: what it is drawn from. */
export interface FilterForm {
  filters: CaseFilters
  /** The customer that the filters name, if it is one. */
  customer: FilterCustomer | null
  /** Whether there is more than one customer to choose from. */
  choosesCustomer: boolean
}
