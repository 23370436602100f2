import type { CaseState } from '../words.js'

/** What Home counts: the states of what is being worked on. */
export const countedStates = ['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const satisfies readonly CaseState[]
export type CountedState = (typeof countedStates)[number]

/** Nobody needs to know more exactly; more is told as that many and more. */
export const mostCounted = 1000

export interface StateCount {
  /** Cases that the reader may read; those of locked customers are not counted, for their state is nobody's to know (ACCESS-1). */
  count: number
  /** There are more than were looked at. */
  more: boolean
}

export type StateCounts = Record<CountedState, StateCount>
