import type { ReadCase } from '../../domain/access/partner.js'
import type { AccountActor } from '../../domain/actor.js'
import type { CaseAnswer, CaseEventData } from '../../domain/cases/case.js'
import { fileMay, fileShownTo } from '../../domain/cases/attachment.js'
import type { ActedCase } from '../../domain/cases/case-actions.js'
import type { AttachmentValue, CaseCardValue, CaseValue, LinkedCase } from '../../domain/cases/case-view.js'
import type { CaseState, Desk, Severity } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import { cardSelect, readCard } from './case-cards.js'
import { findHistory } from './case-history.js'
import { windowDaysOf } from './case-policy.js'
import { readCaseAnswers, readFileFindings, toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { startColumns } from '../clocks/start-columns.js'
import { casesVisibleTo } from '../visibility.js'

/** The present state of a case for its cards, whoever reads the channel (SCOPE-1); null when there is none. */
export async function loadCaseCard(tx: Tx, number: number): Promise<CaseCardValue | null> {
  const row = await tx.case.findUnique({ where: { number }, select: cardSelect })
  return row && readCard(row)
}

/** A case with what decides whether it is locked for the actor, and what the actor may do with it. */
export interface LoadedCase extends ReadCase {
  customerId: number
  acted: ActedCase
  value: Omit<CaseValue, 'may' | 'links'>
}

/** A case the actor may see, with its newest `entries` of history; null when there is none, or it is not the actor's to see. */
export async function findCase(tx: Tx, actor: AccountActor, number: number, entries: number): Promise<LoadedCase | null> {
  const row = await tx.case.findFirst({
    where: { AND: [casesVisibleTo(actor), { number }] },
    select: {
      ...cardSelect,
      customerId: true,
      productId: true,
      filedByOrgId: true,
      kind: true,
      answers: true,
      language: true,
      timeZone: true,
      relatedCaseNumber: true,
      ownerId: true,
      deskOwnerId: true,
      attachments: { orderBy: [{ addedAt: 'asc' }, { id: 'asc' }], select: attachmentSelect },
      shares: { orderBy: { email: 'asc' }, select: { email: true } },
    },
  })
  if (!row) return null
  const history = await findHistory(tx, actor, number, { take: entries })
  const card = readCard(row)
  return {
    customerId: row.customerId,
    productId: row.productId,
    filedByOrgId: row.filedByOrgId,
    kind: row.kind,
    acted: {
      number, state: row.state, severity: row.severity, tier: card.tier, desk: row.desk, escalatedAt: row.escalatedAt,
      ownerId: row.ownerId, deskOwnerId: row.deskOwnerId, closedAt: row.closedAt, reopenWindowDays: windowDaysOf(row),
    },
    value: {
      ...card,
      answers: readCaseAnswers(row.answers),
      language: row.language,
      timeZone: row.timeZone,
      attachments: row.attachments.filter((file) => fileShownTo(file, actor)).map((file) => attachmentFor(file, row, actor)),
      shares: row.shares.map(({ email }) => email),
      relatedCaseNumber: row.relatedCaseNumber,
      history: history.entries,
      olderHistory: history.next !== null,
    },
  }
}

const attachmentSelect = { id: true, name: true, size: true, state: true, error: true, addedById: true, findings: true } as const

/** A file with what the actor may do with it. What was found in it is told to who added it alone. */
function attachmentFor(
  { addedById, findings, ...file }: Prisma.AttachmentGetPayload<{ select: typeof attachmentSelect }>, kase: { state: CaseState; desk: Desk }, actor: AccountActor,
): AttachmentValue {
  const may = fileMay({ state: file.state, addedById }, kase, actor)
  return { ...file, may, findings: addedById === actor.accountId ? readFileFindings(findings) : [] }
}

/** Related cases that are shown at most. */
const mostLinks = 10

/** The case this one was filed for and those that were filed for it, as far as the actor may see them (SCOPE-1). */
export async function findLinks(tx: Tx, actor: AccountActor, number: number, related: number | null): Promise<LinkedCase[]> {
  const linked = related === null ? { relatedCaseNumber: number } : { OR: [{ relatedCaseNumber: number }, { number: related }] }
  return tx.case.findMany({ where: { AND: [casesVisibleTo(actor), linked] }, orderBy: { number: 'asc' }, take: mostLinks, select: { number: true, title: true } })
}

export interface NewCase {
  customerId: number
  /** The domain that manages the customer at this moment (SCOPE-3). */
  managedAtFilingId: string | null
  productId: string
  categoryId: string
  title: string
  answers: CaseAnswer[]
  severity: Severity
  language: string
  timeZone: string
  state: CaseState
}

/** A case of the actor's, who owns it at first; its number. A customer's own is direct (SCOPE-4). No clock runs while it waits for approval. */
export async function createCase(tx: Tx, actor: AccountActor, { answers, ...kase }: NewCase, now: Date): Promise<number> {
  const filed = { ...kase, kind: actor.organizationKind === 'CUSTOMER' ? 'DIRECT' : 'DELEGATED', filedByOrgId: actor.organizationId } as const
  const started = kase.state === 'PENDING_APPROVAL' ? {} : await startColumns(tx, filed, now)
  const { number } = await tx.case.create({
    data: {
      ...filed,
      ...started,
      filedById: actor.accountId,
      filedByName: actor.name,
      ownerId: actor.accountId,
      answers: answers.map((answer) => toJson(answer)),
      filedAt: now,
      updatedAt: now,
    },
    select: { number: true },
  })
  return number
}

export interface NewCaseEvent {
  caseNumber: number
  at: Date
  kind: 'FILED'
  text?: string
  data?: CaseEventData
}

/** Adds an entry to a case's history, by the actor; everybody who sees the case may read it. */
export async function addCaseEvent(tx: Tx, actor: AccountActor, { data, ...event }: NewCaseEvent): Promise<void> {
  await tx.caseEvent.create({
    data: {
      ...event,
      authorId: actor.accountId,
      authorName: actor.name,
      authorOrgId: actor.organizationId,
      ...(data && { data: toJson(data) }),
    },
  })
}

/** Shares a case with addresses, lower case, each once (CASE-3). */
export async function addCaseShares(tx: Tx, actor: AccountActor, caseNumber: number, emails: readonly string[], now: Date): Promise<void> {
  await tx.caseShare.createMany({ data: emails.map((email) => ({ caseNumber, email, addedAt: now, addedBy: actor.name })) })
}
