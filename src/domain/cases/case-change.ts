/** What changed while somebody was typing (CASE-8), and what a change of a case answers. */
import type { EntryFacts } from './case-entry.js'
import type { CaseState, Desk } from '../words.js'

/** How a case was when a form was opened. */
export interface SeenCase {
  version: number
  /** The newest history entry there was, 0 for none. */
  entry: number
}

/** An entry that came since. `text` is cut by views. */
export interface MeanwhileEntry {
  at: Date
  kind: string
  authorName: string
  text: string | null
  data: EntryFacts | null
}

/** What came of something done with a case. */
export interface CaseDone {
  number: number
  title: string
  customerName: string
  state: CaseState
  /** Who answers it. */
  desk: Desk
  /** The same delivery had done it before. */
  already: boolean
  /** Who has to approve before it is done, by name; nobody when it is done. */
  waitsFor: string[]
  /** Whom it was handed over to, by name; left out for everything else, and when that is no colleague any more. */
  newOwner?: string
}
