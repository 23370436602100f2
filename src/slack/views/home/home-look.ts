import type { CaseFilters } from '../../../domain/cases/case-filters.js'
import type { Reader } from '../../../locales/words.js'

export interface HomeLook {
  reader: Reader
  now: Date
  /** Why there are no cases to be seen, in plain words; null: there may be. */
  refused: string | null
  /** Button values of the pages around the one shown; null: there is none, or it does not fit into a button. */
  pages: { next: string | null; previous: string | null; first: string | null }
  /** The button value of the first page with these filters; null: too long for a button. */
  pageWith: (filters: CaseFilters) => string | null
}
