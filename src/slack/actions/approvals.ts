/** The buttons of requests: in messages, in `/approvals`, and in the form. Each only names the request; what is allowed is asked at the click. */
import type { Decision } from '../../domain/approvals/approval.js'
import type { ApprovalSheet } from '../../domain/approvals/approval-sheet.js'
import type { Reader } from '../../locales/words.js'
import { showApproval } from '../../usecases/approvals/show-approval.js'
import { withdrawApproval } from '../../usecases/approvals/withdraw-approval.js'
import { approvalsPage } from '../approvals-page.js'
import { acting } from '../handle.js'
import type { ActionCall, OnAction } from '../listeners.js'
import { openLight, triggerOf } from '../open-view.js'
import { readApprovalId, readApprovalsPage } from '../payloads.js'
import { modalPlace, sayPrivately, slackError } from '../places.js'
import { refusalText } from '../refusals/refusal-words.js'
import { approvalDone } from '../views/approvals/approval-done.js'
import { decideApproval } from '../views/approvals/decide-approval.js'
import { handOnApproval } from '../views/approvals/hand-on-approval.js'

/** *Approve*, *Decline* and *Review* open the same form; a request that has ended meanwhile says there who decided. */
const openDecision = (decision: Decision | null): OnAction => (call) => {
  const approvalId = readApprovalId(call.value)
  return openLight(call, triggerOf(call), 'approvals.review_title', async () => {
    const { actor, reader } = await acting(call)
    const sheet = await showApproval(call.edge.deps, actor, { approvalId })
    return decideApproval(sheet, { reader, decision, why: whyNot(sheet, reader) })
  })
}

const whyNot = ({ why }: ApprovalSheet, reader: Reader): string | null => (why === null ? null : refusalText(why, reader))

export const approve = openDecision('APPROVE')
export const decline = openDecision('DECLINE')
export const review = openDecision(null)

/** *Hand on*, in front of the form. Nobody left to hand it on to: the request as it is now. */
export function openHandOn(call: ActionCall): Promise<void> {
  const approvalId = readApprovalId(call.value)
  return openLight(call, triggerOf(call), 'approvals.hand_on_title', async () => {
    const { actor, reader } = await acting(call)
    const sheet = await showApproval(call.edge.deps, actor, { approvalId })
    if (sheet.handOnTo.length > 0) return handOnApproval(sheet, reader)
    return decideApproval({ ...sheet, mayDecide: false }, { reader, decision: null, why: whyNot(sheet, reader) })
  })
}

/** *Withdraw request*, confirmed; the form ends with it. */
export async function withdraw(call: ActionCall): Promise<void> {
  const approvalId = readApprovalId(call.value)
  const { view } = call
  if (view) call.place = modalPlace(call.edge, call.caller.userId, { view_id: view.id })
  const { actor, reader } = await acting(call)
  const approval = await withdrawApproval(call.edge.deps, actor, { approvalId, deliveryKey: call.deliveryKey })
  const done = approvalDone(approval, reader)
  if (!view) return
  await call.edge.steady.views.update({ view_id: view.id, view: done }).catch((error: unknown) => {
    // Closed meanwhile: the messages tell.
    if (!['not_found', 'view_not_found'].includes(slackError(error))) throw error
  })
}

/** Other pages of `/approvals`, in its place. */
export async function turnApprovalsPage(call: ActionCall): Promise<void> {
  const message = await approvalsPage(call, readApprovalsPage(call.value))
  await sayPrivately(call.edge, call.caller.userId, call.respond, message, true)
}
