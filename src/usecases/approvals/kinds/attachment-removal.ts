import { isHandedOut } from '../../../domain/cases/attachment.js'
import { findFileFacts } from '../../../store/cases/attachments.js'
import { findCaseCustomer, holdAnyCase } from '../../../store/cases/held-case.js'
import { requesterActor } from '../../acting/requester-actor.js'
import { takeFileAway } from '../../files/take-file-away.js'
import { applyChange } from '../../verbs/change-case.js'
import type { ApprovalAction } from '../approval-action.js'

/** The desk takes a file from a case, while it is there and who asked for it still sees the case (CASE-4, APPROVAL-4). */
export const attachmentRemoval: ApprovalAction = {
  async apply(tx, deps, { actor, approval, now }) {
    const { payload, requesterId, id: approvalId } = approval
    if (payload.kind !== 'ATTACHMENT_REMOVAL') throw new Error(`an approval of ${payload.kind} removes no file`)
    const held = await holdAnyCase(tx, payload.caseNumber)
    if (!held) return 'case_gone'
    const requester = await requesterActor(tx, requesterId)
    if (!requester || (await findCaseCustomer(tx, requester, held.number)) === null) return 'requester_may_not'
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
