import type { OtherDomain } from './accounts/account-sheet.js'
import type { ApprovalValue } from './approvals/approval.js'
import type { CaseFilters } from './cases/case-filters.js'
import type { StateCounts } from './cases/case-counts.js'
import type { CaseList, CaseRow } from './cases/case-view.js'
import type { UnfinishedDraft } from './cases/filing-form.js'
import type { QueuePage } from './desk/queue.js'
import type { Refusal } from './refused.js'
import type { OrganizationKind } from './words.js'

/** Why a case waits for its owner. */
export type WaitReason = 'overdue' | 'asks' | 'proposed' | 'portal' | 'held'

/** A case that its owner, or who attached a file to it, should do something about. */
export interface HomeWait {
  why: WaitReason
  row: CaseRow
  /** The file that is held back. */
  file?: string
}

/** The portal at a glance, for the signed-in account. */
export interface HomeValue {
  account: {
    name: string
    email: string
    /** The organization's primary domain, and its name. */
    domain: string
    organizationName: string
    organizationKind: OrganizationKind
    /** A reseller without customers of its own: it supports those that are assigned to it. */
    supportOnly: boolean
  }
  /** The domains the person has active accounts on, the signed-in one first. */
  domains: readonly string[]
  /** Those of them to switch to, with their organizations' names. */
  others: OtherDomain[]
  /** Approvals that wait for the account: how many, and the oldest of them. */
  waiting: number
  approvals: ApprovalValue[]
  /** Cases that wait for the account; `moreWaits`: there are more than these. */
  waits: HomeWait[]
  moreWaits: boolean
  /** Whether the account administers its domain. */
  administers: boolean
  /** Whether *File a case* is offered. */
  mayFile: boolean
  /** At most three: returned ones first, then the newest. */
  unfinished: UnfinishedDraft[]
  /** What the cases are narrowed by. */
  filters: CaseFilters
  /** Of the customer that is chosen, or of all; null where nothing is counted. */
  counts: StateCounts | null
  /** For accounts of the desk, what waits for it; null for all others. */
  queue: QueuePage | null
  /** A page of them, or why there are none to be seen. */
  cases: CaseList | { refusal: Refusal }
}
