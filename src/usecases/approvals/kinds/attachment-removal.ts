import type { AccountActor } from '../../../domain/actor.js'
import type { ApprovalClosure } from '../../../domain/approvals/approval.js'
import { isHandedOut } from '../../../domain/cases/attachment.js'
import { Refused } from '../../../domain/refused.js'
import { findFileFacts } from '../../../store/files/attachments.js'
import type { HeldCase } from '../../../store/cases/held-case.js'
import type { Tx } from '../../../store/open-store.js'
import { requesterActor } from '../../acting/requester-actor.js'
import { takeFileAway } from '../../files/take-file-away.js'
import { applyChange, holdForActor } from '../../verbs/change-case.js'
import type { ApprovalAction } from '../approval-action.js'

/** The desk takes a file from a case, while it is there and who asked for it may still touch the case (CASE-4, APPROVAL-4). */
export const attachmentRemoval: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { payload, requesterId, id: approvalId } = approval
    if (payload.kind !== 'ATTACHMENT_REMOVAL') throw new Error(`an approval of ${payload.kind} removes no file`)
    const requester = await requesterActor(tx, requesterId)
    const held = requester ? await heldFor(tx, requester, payload.caseNumber, now) : 'requester_may_not'
    if (typeof held === 'string') return held
    const file = await findFileFacts(tx, payload.attachmentId)
    if (!file || !isHandedOut(file.state)) return 'file_gone'
    await takeFileAway(tx, deps, file, now)
    await applyChange(tx, deps, actor, held, {
      entries: [{ kind: 'ATTACHMENT', data: { files: [{ id: file.id, name: file.name }], what: 'removed' } }],
      audit: { action: 'case.file_removed', before: { state: file.state }, after: { file: file.id, approvalId, requesterId } },
      // Who asked is told how it ended.
      news: { people: held.ownerId === requesterId ? [] : [held.ownerId] },
    }, now)
    return null
  },
}

/** The case, held; or why who asked may not touch it any more. */
async function heldFor(tx: Tx, requester: AccountActor, number: number, now: Date): Promise<HeldCase | ApprovalClosure> {
  try {
    return await holdForActor(tx, requester, number, now)
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code === 'case_locked' ? 'access_missing' : 'requester_may_not'
    throw error
  }
}
