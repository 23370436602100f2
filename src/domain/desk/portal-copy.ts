import type { SeenCase } from '../cases/case-change.js'
import type { ToldToPortal } from './portal-entry.js'
import type { CaseState, Severity } from '../words.js'

/** What the parts of a filing are called, in the order the web portal asks for them. */
export const portalLabels = ['customer', 'productType', 'title', 'category', 'answer', 'severity', 'language', 'timeZone', 'attachments', 'shareWith'] as const
export type PortalLabel = (typeof portalLabels)[number]

/** A piece to be pasted. */
export interface PortalPart {
  /** `question`: what the answer was asked with, in its own words; empty for what of a message fitted nowhere else. */
  label: PortalLabel | { question: string }
  text: string
}

/** What is carried to the web portal by hand (CASE-9). */
export interface PortalCopy {
  number: number
  title: string
  customerName: string
  state: CaseState
  severity: Severity
  portalNumber: string | null
  /** BCP 47, the language that cases are answered in: what has words is written in it. */
  language: string
  /** IANA. */
  timeZone: string
  /** The case as it was filed, as it stands now; none once the portal's number is recorded. */
  parts: PortalPart[]
  /** What the team did since, oldest first: before the number is recorded everything, afterwards what was not carried over. */
  entries: ToldToPortal[]
  /** There are more entries than are shown. */
  more: boolean
  /** Only what was not carried over yet is shown. */
  carriedOnly: boolean
  /** To be handed back with what is done about it (CASE-8). */
  seen: SeenCase
}
