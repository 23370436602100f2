/** The desk's queue: the most severe first, in each severity what was escalated, and of those alike what waits longest. */
import type { MeasuredClock } from '../clocks/response-clock.js'
import type { CaseState, Severity } from '../words.js'

/** A case that waits for the desk, or that somebody there has taken. */
export interface QueueRow {
  number: number
  customerName: string
  title: string
  state: CaseState
  severity: Severity
  escalated: boolean
  /** Who works on it; null: nobody has taken it. */
  deskOwnerName: string | null
  /** Since when it waits for the desk; null while it waits for the team. */
  deskSince: Date | null
  clock: MeasuredClock
}

export interface QueuePage {
  rows: QueueRow[]
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null
  /** How many wait of each severity, whatever page it is; `mostCounted` stands for more. */
  counts: Record<Severity, number>
  /** What the reader has taken and not closed, by last update; else the queue. */
  mine: boolean
  /** When it was read. */
  at: Date
}

/** Nobody needs to know more exactly how long a queue is. */
export const mostCounted = 1000
