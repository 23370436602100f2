/** Values that views show: what a reader may see of a case, already decided. */
import type { AccessBlock } from '../access/access.js'
import type { CaseAnswer } from './case.js'
import type { AttachmentState, CaseKind, CaseState, Desk, Localized, Severity, SupportTier } from '../words.js'

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
  filedByName: string
  filedAt: Date
  updatedAt: Date
  /** When the first answer is due, a target; null when no clock runs. */
  targetAt: Date | null
  closedAt: Date | null
  /** Until when a closed case may be reopened. */
  reopenUntil: Date | null
  portalNumber: string | null
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
}

/** A case as a person who may see it sees it. */
export interface CaseValue extends CaseCardValue {
  answers: CaseAnswer[]
  language: string
  timeZone: string
  attachments: AttachmentValue[]
  shares: string[]
  relatedCaseNumber: number | null
  /** While it waits for approval: who decides, by name. */
  waitsFor?: string[]
  /** The latest entries, newest first. */
  history: { at: Date; kind: string; authorName: string; text: string | null; internal: boolean }[]
}

export interface CaseRow {
  locked: false
  number: number
  customerName: string
  title: string
  state: CaseState
  severity: Severity
  ownerName: string | null
  updatedAt: Date
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
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null
}
