import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalState, ApprovalValue, Decision } from '../../domain/approvals/approval.js'
import { decideBlockedBy } from '../../domain/approvals/deciders.js'
import { decisionProblems } from '../../domain/approvals/decision-problems.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { endApproval } from './end-approval.js'
import { expireApproval } from './expire-approval.js'
import { loadHeldApproval } from './load-approval.js'
import { seenBy } from './seen-by.js'

export interface DecideApproval {
  approvalId: string
  /** Null: none was chosen. */
  decision: Decision | null
  comment: string
  deliveryKey: string
}

export interface DecidedApproval {
  approval: ApprovalValue
  /** `closed`: it had become impossible meanwhile; `approval.closedBecause` says why (APPROVAL-4). */
  outcome: 'approved' | 'declined' | 'closed'
}

/**
 * Decides a request, once, and does what is approved in the same transaction (APPROVAL-2 to APPROVAL-4). Throws
 * `Refused`: what `seenBy` throws, `already_decided`, `own_request`, `not_entitled`, `form` without a decision, without
 * a comment to decline with, or with one that is too long.
 */
export async function decideApproval(deps: Deps, actor: AccountActor, input: DecideApproval): Promise<DecidedApproval> {
  const now = deps.now()
  const result = await deps.store.transaction((tx) => decide(tx, deps, actor, input, now))
  deps.wakeDelivery()
  if ('refusal' in result) throw new Refused(result.refusal)
  return result
}

const outcomes = { APPROVED: 'approved', DECLINED: 'declined', CLOSED: 'closed' } as const satisfies Partial<Record<ApprovalState, DecidedApproval['outcome']>>

async function decide(tx: Tx, deps: Deps, actor: AccountActor, { approvalId, decision, comment, deliveryKey }: DecideApproval, now: Date): Promise<DecidedApproval | { refusal: Refusal }> {
  const loaded = seenBy(actor, await loadHeldApproval(tx, approvalId))
  const { state: before } = loaded.approval
  const first = await claimDelivery(tx, `decide-approval:${approvalId}:${deliveryKey}`, now)
  if (!first && (before === 'APPROVED' || before === 'DECLINED' || before === 'CLOSED')) return { approval: loaded.approval, outcome: outcomes[before] }
  const refusal = decideBlockedBy(loaded, actor, now)
  if (refusal?.code === 'already_decided' && refusal.state === 'EXPIRED' && before === 'PENDING') {
    // Told after the commit, so that it stays expired.
    await expireApproval(tx, deps, approvalId, now)
    return { refusal }
  }
  if (refusal) throw new Refused(refusal)
  const trimmed = comment.trim()
  const problems = decisionProblems(decision, trimmed)
  if (problems.length > 0) throw new Refused({ code: 'form', problems })
  const state = await endApproval(tx, deps, loaded, {
    actor, state: decision === 'APPROVE' ? 'APPROVED' : 'DECLINED', comment: trimmed || null, at: now, now, origin: { how: 'modal' },
  })
  return { approval: (await findApprovalValue(tx, approvalId))!, outcome: outcomes[state] }
}
