import type { CaseEventData } from './case.js'
import type { CaseState, EscalationReason, Severity } from '../words.js'

/** What a history entry says beside its text, by kind. */
export type CaseEntryData =
  | CaseEventData
  /** Of replies, closings and reopenings: what became of the state. */
  | { state: { from: CaseState; to: CaseState }; confirmed?: { findings: { place: string; kind: string }[]; reason: string }; recordedBy?: string }
  | { severity: { from: Severity; to: Severity } }
  | { owner: { from: string | null; to: string | null; atDesk: boolean } }
  | { files: { id: string; name: string }[]; what: 'added' | 'released' | 'withdrawn' | 'removed' }
  | { emails: string[]; removed: boolean }
  | { escalation: EscalationReason }
  | { related: number }
  | { portalNumber: { from: string | null; to: string | null } }
  | { target: 'near' | 'passed'; at: Date }
  | { confirmed: { findings: { place: string; kind: string }[]; reason: string } }
