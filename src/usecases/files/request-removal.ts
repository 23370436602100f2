import type { AccountActor } from '../../domain/actor.js'
import { reasonProblems } from '../../domain/cases/case-texts.js'
import { Refused } from '../../domain/refused.js'
import type { FileFacts } from '../../store/files/attachments.js'
import { findWaitingRemoval } from '../../store/approvals/waiting-removals.js'
import type { Tx } from '../../store/open-store.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'
import { refuseRemoval } from './file-refusals.js'
import { withFile } from './file-verb.js'
import type { FileDone, FileVerb } from './file-verb.js'

/**
 * Asks the desk to take a file that was handed out from its case (CASE-4, APPROVAL-1); answers who decides. Throws `Refused`:
 * what `withFile` throws, `case_waits`, `team_only` at the desk, `removal_in_portal` where the desk answers elsewhere,
 * `file_not_here`, `form` without a reason, with too long a one or with personal data in it, `request_waits`, `nobody_to_decide`.
 */
export function requestRemoval(deps: Deps, actor: AccountActor, { reason, ...verb }: FileVerb & { reason: string }): Promise<FileDone> {
  const why = reason.trim()
  return withFile(deps, actor, 'remove', verb, async (tx, file, held, now) => {
    refuseRemoval(file, held, actor)
    const problems = reasonProblems('reason', why)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    await refuseWaitingRemoval(tx, actor, file, now)
    const { asked } = await askApproval(tx, deps, actor, {
      payload: { kind: 'ATTACHMENT_REMOVAL', attachmentId: file.id, caseNumber: held.number, fileName: file.name, reason: why },
      organizationId: actor.organizationId, caseNumber: held.number, now,
      // It ends when the customer goes to another reseller, as everything else the managing domain asked for does.
      ...(held.managedAtFilingId === actor.organizationId && { customerId: held.customerId }),
    })
    return asked
  })
}

/** Throws `request_waits` while the actor's organization asked for the same. */
export async function refuseWaitingRemoval(tx: Tx, { organizationId }: AccountActor, { id: attachmentId, caseNumber }: FileFacts, now: Date): Promise<void> {
  const waiting = await findWaitingRemoval(tx, { caseNumber, attachmentId, organizationId }, now)
  if (waiting) throw new Refused({ code: 'request_waits', kind: 'ATTACHMENT_REMOVAL', ...waiting })
}
