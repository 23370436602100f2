/** Values that views show: what a reader may see of a case, already decided. */
import type { AccessBlock } from '../access/access.js'
import type { FileAction, FileFinding } from './attachment.js'
import type { CaseAnswer } from './case.js'
import type { MeasuredClock } from '../clocks/response-clock.js'
import type { CaseAction } from './case-actions.js'
import type { EntryFacts } from './case-entry.js'
import type { AttachmentState, CaseKind, CaseState, Desk, EscalationReason, Localized, Severity, SupportTier } from '../words.js'

/** What a card in a channel shows (SCOPE-1): never answers or messages. */
export interface CaseCardValue {
  number: number
  version: number
  kind: CaseKind
  customerName: string
  customerDomain: string
  tier: SupportTier
  title: string
  productName: string
  category: Localized
  state: CaseState
  severity: Severity
  ownerName: string | null
  /** Who works on it at the desk. */
  deskOwnerName: string | null
  escalation: { at: Date; reason: EscalationReason | null } | null
  filedByName: string
  filedAt: Date
  updatedAt: Date
  /** Of the answer that the desk owes, a target. */
  clock: MeasuredClock
  closedAt: Date | null
  /** Until when a closed case may be reopened. */
  reopenUntil: Date | null
  portalNumber: string | null
  /** Since when something waits to be carried to the web portal by hand (CASE-9). */
  portalWaitsSince: Date | null
  desk: Desk
  attachmentCount: number
}

export interface AttachmentValue {
  id: string
  name: string
  /** Bytes. */
  size: number
  state: AttachmentState
  error: string | null
  /** What the reader may do with it now. */
  may: FileAction[]
  /** What was found in it, masked; only who added it is told. */
  findings: FileFinding[]
}

/** An entry of a case's history. */
export interface HistoryEntry {
  id: number
  at: Date
  kind: string
  authorName: string
  text: string | null
  /** A note of the reader's own organization. */
  internal: boolean
  /** Null: it says nothing beside its text. */
  data: EntryFacts | null
}

/** A page of a case's history, newest first. */
export interface HistoryPage {
  number: number
  title: string
  entries: HistoryEntry[]
  /** Give it back as `after` for the next page; null on the last. */
  next: number | null
}

/** Another case that this one was filed for, or that was filed for this one. */
export interface LinkedCase {
  number: number
  title: string
}

/** A case as a person who may see it sees it. */
export interface CaseValue extends CaseCardValue {
  answers: CaseAnswer[]
  language: string
  timeZone: string
  attachments: AttachmentValue[]
  shares: string[]
  relatedCaseNumber: number | null
  /** Related cases that the reader may see too, both ways, oldest first. */
  links: LinkedCase[]
  /** What the reader may do with it now, in the order buttons stand in. */
  may: CaseAction[]
  /** While it waits for approval: who decides, by name. */
  waitsFor?: string[]
  /** The latest entries, newest first. */
  history: HistoryEntry[]
  /** Whether there are older ones. */
  olderHistory: boolean
}

export interface CaseRow {
  locked: false
  number: number
  customerName: string
  title: string
  state: CaseState
  severity: Severity
  ownerName: string | null
  filedAt: Date
  updatedAt: Date
  escalated: boolean
  /** Of the answer that the desk owes. */
  clock: MeasuredClock
  /** What waits to be carried to the web portal: the case, or what came since; null: nothing. */
  portalWaits: 'case' | 'news' | null
}

/** A case whose customer withdrew access: number, customer, reason, and nothing of its content (ACCESS-1). */
export interface LockedRow {
  locked: true
  number: number
  customerName: string
  block: AccessBlock
}

export interface CaseList {
  rows: (CaseRow | LockedRow)[]
  /** The one customer whose cases these are, where it was asked for. */
  customer?: { id: number; name: string; domain: string }
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null
}
