import type { AccountActor } from '../../domain/actor.js'
import { addAttachments } from '../../store/cases/attachments.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addCaseEvent, addCaseShares, createDelegatedCase, mayLinkCase } from '../../store/cases/cases.js'
import { nameCaseOfDraft } from '../../store/cases/drafts.js'
import type { DraftRow } from '../../store/cases/drafts.js'
import type { Tx } from '../../store/open-store.js'
import { findUpdatesChannel } from '../../store/people/organizations.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { OutboxMessage } from '../../store/outbox/outbox-payloads.js'
import { indexCase } from '../../store/search/search-index.js'
import type { Deps } from '../deps.js'
import type { FiledValues } from './filed-case.js'

interface Filing {
  draft: DraftRow
  kase: FiledValues
  now: Date
}

/** Writes everything a filing writes, in the transaction that decided it; the case's number. */
export async function saveFiling(tx: Tx, deps: Deps, actor: AccountActor, { draft, kase, now }: Filing): Promise<number> {
  const { customer, files, shares, confirmed, ...values } = kase
  const { origin } = draft
  const related = draft.values.relatedCaseNumber
  const number = await createDelegatedCase(tx, actor, {
    ...values,
    customerId: customer.id,
    managedAtFilingId: customer.resellerId,
    state: 'NEW',
    relatedCaseNumber: related !== undefined && (await mayLinkCase(tx, actor, related)) ? related : null,
  }, now)
  const attachments = files.map((file) => ({ id: deps.newId(), file }))
  await addAttachments(tx, actor, number, attachments, now)
  await addCaseShares(tx, actor, number, shares, now)
  const data = confirmed && { findings: confirmed.findings.map(({ place, kind }) => ({ place, kind })), reason: confirmed.reason }
  await addCaseEvent(tx, actor, { caseNumber: number, at: now, kind: 'FILED', ...(data && { data }) })
  await nameCaseOfDraft(tx, draft.id, number)
  await writeAudit(tx, {
    at: now, actor, action: 'case.filed', subjectType: 'case', subjectId: number,
    after: { customerId: customer.id, severity: values.severity, draftId: draft.id, attachments: files.length, shares: shares.length },
    origin: { how: origin.how, channelId: origin.channelId },
  })
  await indexCase(tx, number)

  const put = (dedupeKey: string, message: OutboxMessage): Promise<void> => enqueue(tx, { message, dedupeKey, now, uid: deps.newId() })
  // The filing organization's own channel, a partner's too; a domain without one gets none (SCOPE-1).
  const channel = await findUpdatesChannel(tx, actor.organizationId)
  if (channel !== null) await put(`card:${number}:${channel}:v1`, { kind: 'case_card', caseNumber: number, channel })
  await put(`filed:${number}`, { kind: 'case_filed', caseNumber: number, to: answerTo(actor, draft) })
  for (const { id } of attachments) await put(`fetch:${id}`, { kind: 'fetch_attachment', attachmentId: id })
  if (deps.settings.email) for (const email of shares) await put(`share:${number}:${email}`, { kind: 'share_email', caseNumber: number, email })
  const { message } = origin
  if (message?.mayTellAuthor && draft.values.tellAuthor) {
    await put(`tell-author:${number}`, { kind: 'tell_author', caseNumber: number, channelId: message.channelId, threadTs: message.ts })
  }
  return number
}

function answerTo({ slack }: AccountActor, { origin: { responseUrl, responseUrlUntil } }: DraftRow) {
  return { ...slack, ...(responseUrl !== undefined && { responseUrl }), ...(responseUrlUntil !== undefined && { responseUrlUntil }) }
}
