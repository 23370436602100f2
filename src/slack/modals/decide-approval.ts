import type { ApprovalValue, Decision } from '../../domain/approvals/approval.js'
import type { ApprovalSheet } from '../../domain/approvals/approval-sheet.js'
import { Refused } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { decideApproval } from '../../usecases/approvals/decide-approval.js'
import { showApproval } from '../../usecases/approvals/show-approval.js'
import type { Acting } from '../handle.js'
import type { SubmitCall } from '../listeners.js'
import { readApprovalId } from '../payloads.js'
import { approvalDone } from '../views/approvals/approval-done.js'
import { plainHeadline } from '../views/approvals/approval-words.js'
import { decideApproval as decideView } from '../views/approvals/decide-approval.js'
import { clockDate } from '../views/dates.js'
import { formBlock } from '../views/form-blocks.js'
import { readForm } from './read-form.js'
import { submitForm } from './submit-form.js'

/** What the form ends with: the decision, or somebody else's who was quicker. */
type Decided = Pick<ApprovalSheet, 'approval'> & { over: ApprovalSheet | null }

/** *Submit* of a request's form decides it inside the ack (APPROVAL-3), and the form ends with what came of it. */
export function submitDecision(call: SubmitCall): Promise<void> {
  const { view } = call
  const approvalId = readApprovalId(view.private_metadata)
  const form = readForm(view)
  const decision = decisionOf(form.chosen(formBlock('decision'))[0])
  const comment = form.text(formBlock('comment'))
  return submitForm<Decided>(call, {
    main: 'decision',
    decide: (who) => decide(call, who, { approvalId, decision, comment }),
    said: ({ approval }, reader) => doneWords(approval, reader),
    done: ({ approval, over }, reader) => ({
      response_action: 'update', view: over ? decideView(over, { reader, decision: null, why: null, late: true }) : approvalDone(approval, reader),
    }),
  })
}

async function decide(call: SubmitCall, { actor }: Acting, what: { approvalId: string; decision: Decision | null; comment: string }): Promise<Decided> {
  const { deps } = call.edge
  try {
    const { approval } = await decideApproval(deps, actor, { ...what, deliveryKey: `view:${call.view.id}` })
    return { approval, over: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'already_decided') throw error
    const sheet = await showApproval(deps, actor, { approvalId: what.approvalId })
    return { approval: sheet.approval, over: sheet }
  }
}

const decisionOf = (chosen: string | undefined): Decision | null => (chosen === 'APPROVE' || chosen === 'DECLINE' ? chosen : null)

/** How it ended, for a view or message of plain words. */
function doneWords(approval: ApprovalValue, reader: Reader): string {
  const say = wordsFor(reader)
  const { state, ended } = approval
  if (state === 'PENDING' || ended === null) return plainHeadline(approval, reader)
  const how = say(`approvals.already_${state}`, { by: ended.by ?? say('approvals.somebody'), at: clockDate(ended.at, reader) })
  return `${plainHeadline(approval, reader)}\n${how}`
}
