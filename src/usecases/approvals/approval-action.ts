import type { AccountActor, Actor } from '../../domain/actor.js'
import type { ApprovalClosure } from '../../domain/approvals/approval.js'
import type { Tx } from '../../store/open-store.js'
import type { StoredApproval } from '../../store/approvals/stored-approval.js'
import type { Deps } from '../deps.js'

/** What a kind of approval does. `approval` is the row as it stood while it waited. */
export interface ApprovalAction {
  /** In the deciding transaction; answers why it has become impossible, having written nothing then, or null when done (APPROVAL-4). */
  apply(tx: Tx, deps: Deps, decision: { actor: AccountActor; approval: StoredApproval; now: Date }): Promise<ApprovalClosure | null>
  /** After it was declined, withdrawn, closed or has expired, in the same transaction. */
  ended?(tx: Tx, deps: Deps, end: ApprovalEnd): Promise<void>
}

export interface ApprovalEnd {
  actor: Actor
  approval: StoredApproval
  how: 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'CLOSED'
  /** What `apply` answered; null unless it was closed. */
  because: ApprovalClosure | null
  comment: string | null
  now: Date
}
