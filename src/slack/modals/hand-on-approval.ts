import type { ApprovalValue } from '../../domain/approvals/approval.js'
import { wordsFor } from '../../locales/words.js'
import { handOnApproval } from '../../usecases/approvals/hand-on-approval.js'
import type { SubmitCall } from '../listeners.js'
import { readApprovalId } from '../payloads.js'
import { handedOnDone } from '../views/approvals/approval-done.js'
import { formBlock } from '../views/form-blocks.js'
import { readForm } from './read-form.js'
import { submitForm } from './submit-form.js'

/** *Hand on* asks another person in the place of this one (APPROVAL-3). */
export function submitHandOn(call: SubmitCall): Promise<void> {
  const { view } = call
  const approvalId = readApprovalId(view.private_metadata)
  const toAccountId = readForm(view).chosen(formBlock('handOnTo'))[0] ?? ''
  return submitForm(call, {
    main: 'handOnTo',
    decide: async ({ actor }) => {
      const approval = await handOnApproval(call.edge.deps, actor, { approvalId, toAccountId, deliveryKey: `view:${view.id}` })
      return { approval, name: nameOf(approval, toAccountId) }
    },
    said: ({ name }, reader) => wordsFor(reader)('approvals.handed_on_done', { name }),
    done: ({ approval, name }, reader) => ({ response_action: 'update', view: handedOnDone(approval, name, reader) }),
  })
}

const nameOf = (approval: ApprovalValue, accountId: string): string => approval.asked.find((person) => person.accountId === accountId)?.name ?? ''
