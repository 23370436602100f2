/** Requests that one person makes and another, entitled, person decides (APPROVAL-1 to APPROVAL-4). */
import type { Privilege } from '../privileges.js'
import type { CaseState, EscalationReason, Severity, SupportTier } from '../words.js'

/** The kinds whose actions exist. */
export const approvalKinds = ['ACCESS_REQUEST', 'CONSENT', 'RECORDED_GRANT', 'P1_FILING', 'ESCALATION', 'EXTRA_LICENCES', 'ATTACHMENT_REMOVAL'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

export const approvalStates = ['PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'] as const
export type ApprovalState = (typeof approvalStates)[number]

/** Whose people decide: the customer's, those of the reseller domain it belongs to, or the desk's. */
export interface Deciders {
  of: 'CUSTOMER' | 'RESELLER' | 'DESK'
  privilege: Privilege
}

/** What is asked for, by kind; customer, subscription and case stand beside it. */
export type ApprovalPayload =
  /** Turn the switch on, grant these subscriptions, or both. */
  | { kind: 'ACCESS_REQUEST'; turnOn: boolean; subscriptionIds: string[] }
  /** The reseller agrees to support a subscription that was bought from Google. */
  | { kind: 'CONSENT' }
  /** A grant made elsewhere: of the approval's subscription, or the switch when there is none. */
  | { kind: 'RECORDED_GRANT'; evidence: string }
  /** `caseNumber` and `title` outlive a case that was taken back. */
  | { kind: 'P1_FILING'; draftId: string; caseNumber: number; title: string }
  /** `confirmed`: personal data that stays in the justification, and why (CASE-2). */
  | {
    kind: 'ESCALATION'; caseNumber: number; title: string; reason: EscalationReason; justification: string
    confirmed?: { findings: { place: string; kind: string }[]; reason: string } | undefined
  }
  | { kind: 'EXTRA_LICENCES'; count: number; reason: string }
  /** A file that was handed out is taken from the case. */
  | { kind: 'ATTACHMENT_REMOVAL'; attachmentId: string; caseNumber: number; fileName: string; reason: string }
export type PayloadOf<K extends ApprovalKind> = Extract<ApprovalPayload, { kind: K }>

/** Why a request had become impossible when it was decided, or ended by itself (APPROVAL-4). */
export const approvalClosures = [
  'customer_transferred', 'nothing_left_to_do', 'access_missing', 'consent_missing', 'subscription_gone', 'requester_may_not',
  'case_gone', 'case_closed', 'not_premium', 'already_escalated', 'licences_not_ordered', 'file_gone',
] as const
export type ApprovalClosure = (typeof approvalClosures)[number]

export interface AskedPerson {
  accountId: string
  name: string
  /** The name of whom it was handed on to: it does not wait for this person any more. */
  handedOnTo: string | null
}

/** An approval as it is shown. */
export interface ApprovalValue {
  id: string
  state: ApprovalState
  version: number
  payload: ApprovalPayload
  /** The domain whose policy and channel it belongs to. */
  organization: { id: string; name: string; domain: string }
  requester: { accountId: string; name: string; domain: string }
  customer: { id: number; name: string; domain: string; tier: SupportTier } | null
  /** Names of the subscriptions it is about. */
  skuNames: string[]
  case: { number: number; title: string; severity: Severity; state: CaseState } | null
  asked: AskedPerson[]
  /** Who ended it and when; a system that did is nobody. */
  ended: { accountId: string | null; by: string | null; at: Date } | null
  comment: string | null
  closedBecause: ApprovalClosure | null
  createdAt: Date
  expiresAt: Date | null
}

export type Decision = 'APPROVE' | 'DECLINE'
