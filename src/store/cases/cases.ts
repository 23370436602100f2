import type { ReadCase } from '../../domain/access/partner.js'
import type { AccountActor } from '../../domain/actor.js'
import type { CaseAnswer, CaseEventData } from '../../domain/cases/case.js'
import type { CaseCardValue, CaseValue } from '../../domain/cases/case-view.js'
import type { CaseState, Severity } from '../../domain/words.js'
import { cardSelect, readCard } from './case-cards.js'
import { readCaseAnswers, toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo, eventsVisibleTo } from '../visibility.js'

/** The present state of a case for its cards, whoever reads the channel (SCOPE-1); null when there is none. */
export async function loadCaseCard(tx: Tx, number: number): Promise<CaseCardValue | null> {
  const row = await tx.case.findUnique({ where: { number }, select: cardSelect })
  return row && readCard(row)
}

/** A case with what decides whether it is locked for the actor. */
export interface LoadedCase extends ReadCase {
  customerId: number
  value: CaseValue
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
      attachments: { orderBy: [{ addedAt: 'asc' }, { id: 'asc' }], select: { id: true, name: true, size: true, state: true, error: true } },
      shares: { orderBy: { email: 'asc' }, select: { email: true } },
    },
  })
  if (!row) return null
  const events = await tx.caseEvent.findMany({
    where: { AND: [eventsVisibleTo(actor), { caseNumber: number }] },
    orderBy: { id: 'desc' },
    take: entries,
    select: { at: true, kind: true, authorName: true, text: true, audience: true },
  })
  return {
    customerId: row.customerId,
    productId: row.productId,
    filedByOrgId: row.filedByOrgId,
    kind: row.kind,
    value: {
      ...readCard(row),
      answers: readCaseAnswers(row.answers),
      language: row.language,
      timeZone: row.timeZone,
      attachments: row.attachments,
      shares: row.shares.map(({ email }) => email),
      relatedCaseNumber: row.relatedCaseNumber,
      history: events.map(({ at, kind, authorName, text, audience }) => ({ at, kind, authorName, text, internal: audience === 'ORGANIZATION' })),
    },
  }
}

/** Whether the actor may see a case of that number. */
export async function mayLinkCase(tx: Tx, actor: AccountActor, number: number): Promise<boolean> {
  return (await tx.case.count({ where: { AND: [casesVisibleTo(actor), { number }] } })) > 0
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
  relatedCaseNumber: number | null
}

/** A delegated case of the actor's, who owns it at first; its number. */
export async function createDelegatedCase(tx: Tx, actor: AccountActor, { answers, ...kase }: NewCase, now: Date): Promise<number> {
  const { number } = await tx.case.create({
    data: {
      ...kase,
      kind: 'DELEGATED',
      filedByOrgId: actor.organizationId,
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
