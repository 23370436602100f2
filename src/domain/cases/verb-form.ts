import type { CaseState, Severity, SupportTier } from '../words.js'
import type { SeenCase } from './case-change.js'

/** What the form of something done with a case is made of. */
export interface VerbForm {
  number: number
  title: string
  customerName: string
  state: CaseState
  severity: Severity
  tier: SupportTier
  /** To be handed back with what is submitted (CASE-8). */
  seen: SeenCase
  /** What its reader typed into it before and did not submit, by field; empty when nothing. */
  kept: Record<string, string>
  /** To whom it can be handed over, by name; of other actions none. */
  colleagues: { accountId: string; name: string }[]
  /** Addresses it is shared with, lower case. */
  shares: string[]
  /** Whether a manager decides about an escalation first; of other actions false. */
  needsApproval: boolean
  /** While it is closed and can be reopened. */
  reopenUntil: Date | null
  portalNumber: string | null
}
