import type { CaseEventData } from './case.js'
import type { CaseState, EscalationReason, Severity } from '../words.js'

/** What a history entry says beside its text, by kind. */
export type CaseEntryData =
  | CaseEventData
  /** Of replies, closings and reopenings: what became of the state. */
  | { state: { from: CaseState; to: CaseState }; confirmed?: { findings: { place: string; kind: string }[]; reason: string }; recordedBy?: string }
  | { severity: { from: Severity; to: Severity } }
  | { owner: { from: string | null; to: string | null; atDesk: boolean } }
  | { files: { id: string; name: string }[]; what: 'added' | 'released' | 'withdrawn' | 'removed'; confirmed?: { reason: string } }
  | { emails: string[]; removed: boolean }
  | { escalation: EscalationReason }
  | { related: number }
  | { portalNumber: { from: string | null; to: string | null } }
  | { target: 'near' | 'passed'; at: Date }
  | { confirmed: { findings: { place: string; kind: string }[]; reason: string } }

/** The same as it is read back: what it does not say, or says in a way that is not known any more, is left out. */
export interface EntryFacts {
  state?: { from: CaseState; to: CaseState } | undefined
  severity?: { from: Severity; to: Severity } | undefined
  owner?: { from: string | null; to: string | null; atDesk: boolean } | undefined
  files?: { id: string; name: string }[] | undefined
  what?: 'added' | 'released' | 'withdrawn' | 'removed' | undefined
  emails?: string[] | undefined
  removed?: boolean | undefined
  escalation?: EscalationReason | undefined
  related?: number | undefined
  portalNumber?: { from: string | null; to: string | null } | undefined
  target?: 'near' | 'passed' | undefined
  /** When the answer was due. */
  at?: Date | undefined
  /** Why personal data was kept (CASE-2). */
  confirmed?: { reason: string } | undefined
  /** Who carried the desk's answer here by hand (CASE-9). */
  recordedBy?: string | undefined
}
