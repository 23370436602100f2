import type { AccountActor } from '../../domain/actor.js'
import { isHandedOut } from '../../domain/cases/attachment.js'
import { longestMessage, messageProblems } from '../../domain/cases/case-texts.js'
import { Refused } from '../../domain/refused.js'
import type { FileFacts } from '../../store/cases/attachments.js'
import { findWaitingRemoval } from '../../store/approvals/waiting-removals.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'
import { withFile } from './file-verb.js'
import type { FileDone, FileVerb } from './file-verb.js'

/**
 * Asks the desk to take a file that was handed out from its case (CASE-4, APPROVAL-1); answers who decides. Throws `Refused`:
 * what `withFile` throws, `case_waits`, `team_only` at the desk, `removal_in_portal` where the desk answers elsewhere,
 * `file_not_here`, `form` without a reason or with too long a one, `request_waits`, `nobody_to_decide`.
 */
export function requestRemoval(deps: Deps, actor: AccountActor, { reason, ...verb }: FileVerb & { reason: string }): Promise<FileDone> {
  const why = reason.trim()
  return withFile(deps, actor, 'remove', verb, async (tx, file, held, now) => {
    refuse(file, held, actor)
    const problems = messageProblems('reason', why, longestMessage)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    const waiting = await findWaitingRemoval(tx, { caseNumber: held.number, attachmentId: file.id, organizationId: actor.organizationId }, now)
    if (waiting) throw new Refused({ code: 'request_waits', kind: 'ATTACHMENT_REMOVAL', ...waiting })
    const { asked } = await askApproval(tx, deps, actor, {
      payload: { kind: 'ATTACHMENT_REMOVAL', attachmentId: file.id, caseNumber: held.number, fileName: file.name, reason: why },
      organizationId: actor.organizationId, caseNumber: held.number, now,
      // It ends when the customer goes to another reseller, as everything else the managing domain asked for does.
      ...(held.managedAtFilingId === actor.organizationId && { customerId: held.customerId }),
    })
    return asked
  })
}

function refuse(file: FileFacts, { number, state, desk }: HeldCase, { organizationKind }: AccountActor): void {
  if (state === 'PENDING_APPROVAL') throw new Refused({ code: 'case_waits', number })
  if (organizationKind === 'VENDOR') throw new Refused({ code: 'team_only', number })
  if (!isHandedOut(file.state)) throw new Refused({ code: 'file_not_here', name: file.name, state: file.state })
  if (desk === 'PORTAL') throw new Refused({ code: 'removal_in_portal', number })
}
