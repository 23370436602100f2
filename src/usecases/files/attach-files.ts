import type { AccountActor } from '../../domain/actor.js'
import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { DraftFile } from '../../domain/cases/draft.js'
import type { FormProblem } from '../../domain/form-problem.js'
import { findPersonalData } from '../../domain/personal-data.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addAttachments, filingMoment, forgetGoneFiles, knownSlackFiles } from '../../store/files/attachments.js'
import { forgetKeptForm } from '../../store/cases/kept-forms.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { confirmFindings } from '../confirm-findings.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps, Settings } from '../deps.js'
import { doneOf, holdForActor } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'

type AttachedFile = Omit<DraftFile, 'chosen'>

export interface AttachFiles extends CaseVerb {
  files: readonly AttachedFile[]
  confirmation?: Confirmation | undefined
}

/**
 * Adds files to a case, team and desk alike (CASE-4). They are fetched and searched after the commit (CASE-2); until then
 * only their author is shown them, so nothing else of the case changes here and no form is overtaken. A file of Slack's is
 * added to a case once, and anew when it could not be fetched or was taken from the case.
 *
 * Throws `Refused`: what `holdForActor` and `actionBlockedBy` answer, `form` without files, with too many or too large ones,
 * and `personal_data` for their names until it is confirmed.
 */
export async function attachFiles(deps: Deps, actor: AccountActor, { number, files, confirmation, deliveryKey, origin }: AttachFiles): Promise<CaseDone> {
  const now = deps.now()
  const done = await deps.store.transaction(async (tx) => {
    const held = await holdForActor(tx, actor, number, now)
    if (!(await claimDelivery(tx, `case.attach:${number}:${deliveryKey}`, now))) return doneOf(held, held.state, true)
    const blocked = actionBlockedBy('attach', held, actor, now)
    if (blocked) throw new Refused(blocked)
    const each = [...new Map(files.map((file) => [file.slackFileId, file])).values()]
    const problems = fileProblems(each, deps.settings.attachments)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    const confirmed = confirmFindings(each.flatMap(({ name }) => findPersonalData(name, 'attachments')), confirmation)

    const slackFileIds = each.map(({ slackFileId }) => slackFileId)
    await forgetGoneFiles(tx, number, slackFileIds)
    const known = await knownSlackFiles(tx, number, slackFileIds)
    const added = each.filter(({ slackFileId }) => !known.has(slackFileId)).map((file) => ({ id: deps.newId(), file }))
    // Later than the filing at any rate, by which its own files are told apart.
    const addedAt = new Date(Math.max(now.getTime(), (await filingMoment(tx, number)).getTime() + 1))
    await addAttachments(tx, actor, number, added, addedAt)
    for (const { id } of added) await enqueue(tx, { message: { kind: 'fetch_attachment', attachmentId: id }, dedupeKey: `fetch:${id}`, now, uid: deps.newId() })
    await forgetKeptForm(tx, actor, number, 'attach')
    await writeAudit(tx, {
      at: now, actor, action: 'case.files_attached', subjectType: 'case', subjectId: number,
      after: {
        files: added.map(({ id }) => id),
        ...(confirmed && { confirmed: { findings: confirmed.findings.map(({ place, kind }) => ({ place, kind })), reason: confirmed.reason } }),
      },
      ...(origin && { origin }),
    })
    return doneOf(held, held.state, false)
  })
  if (!done.already) deps.wakeDelivery()
  return done
}

function fileProblems(files: readonly AttachedFile[], { maxCount, maxBytes }: Settings['attachments']): FormProblem[] {
  const field = 'attachments'
  if (files.length === 0) return [{ field, problem: 'required' }]
  if (files.length > maxCount) return [{ field, problem: 'too_many', max: maxCount }]
  return files.some(({ size }) => size > maxBytes) ? [{ field, problem: 'too_large', maxBytes }] : []
}
