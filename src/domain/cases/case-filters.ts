import type { CaseState, Severity } from '../words.js'

/** What a list of cases is narrowed by (CASE-7); left out or empty: by nothing. */
export interface CaseFilters {
  words?: string
  /** A customer's id, or words for it: its domain, or part of its name. */
  customer?: string | number
  states?: readonly CaseState[]
  severities?: readonly Severity[]
  /** Those the reader owns; at the desk, works on. */
  mine?: boolean
}

export function isFiltered({ words = '', customer = '', states = [], severities = [], mine = false }: CaseFilters): boolean {
  return words.trim() !== '' || customer !== '' || states.length > 0 || severities.length > 0 || mine
}
