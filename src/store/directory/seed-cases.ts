import type { CaseAnswer } from '../../domain/cases/case.js'
import type { CaseKind, CaseState, EscalationReason, Severity } from '../../domain/words.js'
import { toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { indexCase } from '../search/search-index.js'

export interface WholeCase {
  kind: CaseKind
  customerId: number
  filedByOrgId: string
  filedById: string | null
  filedByName: string
  managedAtFilingId: string | null
  ownerId: string | null
  productId: string
  categoryId: string
  title: string
  answers: CaseAnswer[]
  severity: Severity
  language: string
  timeZone: string
  state: CaseState
  escalatedAt: Date | null
  escalationReason: EscalationReason | null
  portalNumber: string | null
  filedAt: Date
  updatedAt: Date
  closedAt: Date | null
  version: number
  events: WholeCaseEvent[]
}

export interface WholeCaseEvent {
  at: Date
  kind: 'FILED' | 'REPLY' | 'DESK_REPLY' | 'NOTE' | 'SEVERITY' | 'STATE' | 'ESCALATED' | 'CLOSED'
  audience: 'CASE' | 'ORGANIZATION'
  authorId: string | null
  authorName: string
  authorOrgId: string | null
  text: string | null
  data?: object
}

/** A case that is a while old, with its history: for the demo. Its number. */
export async function insertWholeCase(tx: Tx, { events, answers, ...kase }: WholeCase): Promise<number> {
  const { number } = await tx.case.create({ data: { ...kase, answers: answers.map((answer) => toJson(answer)) }, select: { number: true } })
  await tx.caseEvent.createMany({ data: events.map(({ data, ...event }) => ({ ...event, caseNumber: number, ...(data && { data: toJson(data) }) })) })
  await indexCase(tx, number)
  return number
}

/** Whom cases of a demo are filed by and for: accounts by address, and customers by domain. */
export async function loadCast(tx: Tx) {
  const accounts = await tx.account.findMany({ select: { id: true, email: true, name: true, organizationId: true, organization: { select: { kind: true } } } })
  const customers = await tx.customer.findMany({
    select: { id: true, domain: true, organizationId: true, language: true, timeZone: true, assignments: { select: { resellerId: true, from: true, until: true } } },
  })
  return { accounts: new Map(accounts.map((row) => [row.email, row])), customers: new Map(customers.map((row) => [row.domain, row])) }
}

export async function hasOrganizations(tx: Tx): Promise<boolean> {
  return (await tx.organization.findFirst({ select: { id: true } })) !== null
}
