import type { EntryFacts } from '../cases/case-entry.js'

/** An entry of the team's that is to be carried to the web portal. */
export interface ToldToPortal {
  at: Date
  kind: string
  authorName: string
  text: string | null
  data: EntryFacts | null
}

/** Kinds of entries that the desk would read if it were here; the others are the team's own business. */
export const carriedKinds = ['REPLY', 'SEVERITY', 'ATTACHMENT', 'ESCALATED', 'CLOSED', 'REOPENED'] as const
