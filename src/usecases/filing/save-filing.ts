import type { AccountActor } from '../../domain/actor.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addAttachments } from '../../store/files/attachments.js'
import { addCaseEvent, addCaseShares, createCase } from '../../store/cases/cases.js'
import { nameCaseOfDraft } from '../../store/filing/drafts.js'
import type { DraftRow } from '../../store/filing/drafts.js'
import { p1NeedsApproval } from '../../store/filing/waiting-filings.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Recipient } from '../../store/outbox/outbox-payloads.js'
import { indexCase } from '../../store/search/search-index.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Deps } from '../deps.js'
import { tellDeskOfFiling } from '../desk/tell-filing.js'
import { announceFiling } from './announce-filing.js'
import type { FiledValues } from './filed-case.js'
import { linkRelated } from './related-case.js'

interface Filing {
  draft: DraftRow
  kase: FiledValues
  now: Date
}

export interface SavedFiling {
  number: number
  /** Who has to approve before it is filed, by name; nobody when it is filed. */
  waitsFor: string[]
}

/**
 * Writes everything a filing writes, in the transaction that decided it. A critical case waits for a manager where the
 * domain's policy says so: it has a number then, and nobody but the filing team sees it. Throws `nobody_to_decide`.
 */
export async function saveFiling(tx: Tx, deps: Deps, actor: AccountActor, { draft, kase, now }: Filing): Promise<SavedFiling> {
  // What a customer files itself is for no manager to decide.
  const delegated = actor.organizationKind === 'RESELLER'
  const waits = delegated && kase.severity === 'P1' && (await p1NeedsApproval(tx, actor.organizationId))
  const confirmed = kase.confirmed && {
    findings: kase.confirmed.findings.map(({ place, kind }) => ({ place, kind })), reason: kase.confirmed.reason,
  }
  const { number, attachmentIds } = await createRows(tx, deps, actor, { kase, now }, waits)
  await nameCaseOfDraft(tx, draft, number, waits ? confirmed : null)
  await indexCase(tx, number)
  const { customer, severity, shares, title } = kase
  const facts = { customerId: customer.id, severity, draftId: draft.id, attachments: attachmentIds.length, shares: shares.length }
  const audit = { at: now, actor, subjectType: 'case', subjectId: number, origin: { how: draft.origin.how, channelId: draft.origin.channelId } }
  if (waits) {
    const { id: approvalId, asked } = await askApproval(tx, deps, actor, {
      payload: { kind: 'P1_FILING', draftId: draft.id, caseNumber: number, title },
      organizationId: actor.organizationId, customerId: customer.id, caseNumber: number, now,
    })
    await writeAudit(tx, { ...audit, action: 'case.asked', after: { ...facts, approvalId } })
    await enqueue(tx, { message: { kind: 'case_filed', caseNumber: number, to: answerTo(actor, draft) }, dedupeKey: `filed:${number}`, now, uid: deps.newId() })
    return { number, waitsFor: asked }
  }
  await addCaseEvent(tx, actor, { caseNumber: number, at: now, kind: 'FILED', ...(confirmed && { data: confirmed }) })
  await writeAudit(tx, { ...audit, action: 'case.filed', after: facts })
  await linkRelated(tx, deps, actor, number, { ...draft.values, customerId: customer.id }, now)
  await announceFiling(tx, deps, { number, organizationId: delegated ? actor.organizationId : customer.resellerId, attachmentIds, shares, draft, filer: answerTo(actor, draft) }, now)
  await tellDeskOfFiling(tx, deps, actor, number, now)
  return { number, waitsFor: [] }
}

async function createRows(tx: Tx, deps: Deps, actor: AccountActor, { kase, now }: Omit<Filing, 'draft'>, waits: boolean): Promise<{ number: number; attachmentIds: string[] }> {
  const { customer, files, shares, confirmed: _, ...values } = kase
  const number = await createCase(tx, actor, {
    ...values,
    customerId: customer.id,
    managedAtFilingId: customer.resellerId,
    state: waits ? 'PENDING_APPROVAL' : 'NEW',
  }, now)
  const attachments = files.map((file) => ({ id: deps.newId(), file }))
  await addAttachments(tx, actor, number, attachments, now)
  await addCaseShares(tx, actor, number, shares, now)
  return { number, attachmentIds: attachments.map(({ id }) => id) }
}

function answerTo({ slack }: AccountActor, { origin: { responseUrl, responseUrlUntil } }: DraftRow): Recipient {
  return { ...slack, ...(responseUrl !== undefined && { responseUrl }), ...(responseUrlUntil !== undefined && { responseUrlUntil }) }
}
