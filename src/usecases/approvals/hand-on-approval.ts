import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import { endedBy, handOnChoices, mayBeAsked } from '../../domain/approvals/deciders.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { handOn } from '../../store/approvals/approval-write.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'
import { announce } from './announce.js'
import { teamOf } from './end-approval.js'
import { loadHeldApproval } from './load-approval.js'
import type { LoadedApproval } from './load-approval.js'
import { seenBy } from './seen-by.js'

export interface HandOnApproval {
  approvalId: string
  toAccountId: string
  deliveryKey: string
}

/**
 * Hands a request that waits for the actor on to another entitled person, who is asked in the actor's place
 * (APPROVAL-3). Throws `Refused`: what `seenBy` throws, `already_decided`, `not_entitled` for who is not asked or has
 * handed it on, `form` without a person, `cannot_hand_on_to`.
 */
export async function handOnApproval(deps: Deps, actor: AccountActor, { approvalId, toAccountId, deliveryKey }: HandOnApproval): Promise<ApprovalValue> {
  const now = deps.now()
  const handed = await deps.store.transaction(async (tx) => {
    const loaded = seenBy(actor, await loadHeldApproval(tx, approvalId))
    if (!(await claimDelivery(tx, `hand-on-approval:${approvalId}:${deliveryKey}`, now))) return loaded.approval
    const refusal = handOnBlockedBy(loaded, actor, toAccountId, now)
    if (refusal) throw new Refused(refusal)

    const { stored, approval, requesterRow } = loaded
    await handOn(tx, approvalId, { fromId: actor.accountId, toId: toAccountId, now })
    await writeAudit(tx, {
      at: now, actor, action: 'approval.handed_on', subjectType: 'approval', subjectId: approvalId,
      before: { waitsFor: actor.accountId }, after: { waitsFor: toAccountId }, origin: { how: 'modal' },
    })
    const askedIds = [...approval.asked.map((person) => person.accountId), toAccountId]
    await announce(tx, deps, { ...stored, version: stored.version + 1 }, { askedIds, teamId: teamOf(actor, requesterRow), now })
    return (await findApprovalValue(tx, approvalId))!
  })
  deps.wakeDelivery()
  return handed
}

function handOnBlockedBy(loaded: LoadedApproval, actor: AccountActor, toAccountId: string, now: Date): Refusal | null {
  const { approval, requester, entitled } = loaded
  const over = endedBy(approval, now)
  if (over) return over
  const waitsFor = approval.asked.some((person) => person.accountId === actor.accountId && person.handedOnTo === null)
  if (!waitsFor) return { code: 'not_entitled', kind: approval.payload.kind, entitled: mayBeAsked(entitled, requester).map(({ name }) => name) }
  if (toAccountId === '') return { code: 'form', problems: [{ field: 'handOnTo', problem: 'required' }] }
  if (handOnChoices(loaded, actor.accountId, now).some((person) => person.accountId === toAccountId)) return null
  const known = [...approval.asked, ...entitled, requester].find((person) => person.accountId === toAccountId)
  return { code: 'cannot_hand_on_to', name: known?.name ?? null }
}
