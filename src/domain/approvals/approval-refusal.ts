import type { ApprovalKind, ApprovalState } from './approval.js'

export type ApprovalRefusal =
  /** There is none, or it is not the reader's to see: the two cannot be told apart. */
  | { code: 'approval_not_found' }
  /** Nobody decides their own request (APPROVAL-2). `others`: who may. */
  | { code: 'own_request'; others: string[] }
  | { code: 'not_entitled'; kind: ApprovalKind; entitled: string[] }
  /** `by`: null when it ended by itself. */
  | { code: 'already_decided'; state: Exclude<ApprovalState, 'PENDING'>; by: string | null; at: Date }
  /** Nobody entitled is there to be asked (APPROVAL-2). `organization`: whose people are missing. */
  | { code: 'nobody_to_decide'; kind: ApprovalKind; organization: string }
  | { code: 'request_waits'; kind: ApprovalKind; at: Date; asked: string[] }
  | { code: 'not_your_request'; requester: string }
  /** The person chosen to hand it on to may not decide it, or is asked already. */
  | { code: 'cannot_hand_on_to'; name: string | null }
