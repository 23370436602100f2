import type { RecordType } from './directory-record.js'

export interface Counts {
  created: number
  updated: number
  unchanged: number
}
export type CountsByType = Record<RecordType, Counts>

/** What came of an import. */
export interface ImportResult {
  /** Rows or entries of the file. */
  items: number
  /** How many of them were bad. */
  bad: number
  written: boolean
  counts: CountsByType
}
