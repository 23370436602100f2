import type { CaseAnswer } from '../../domain/cases/case.js'
import { dueNotice, noticed } from '../../domain/clocks/clock-notices.js'
import { turnClock } from '../../domain/clocks/response-clock.js'
import type { ClockTurn } from '../../domain/clocks/response-clock.js'
import type { CaseKind, CaseState, EscalationReason, Severity } from '../../domain/words.js'
import { clockRuleOf } from '../clocks/clock-rules.js'
import { clockColumns, holdAnyCase } from '../cases/held-case.js'
import { startColumns } from '../clocks/start-columns.js'
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
  /** What happened to the response clock after filing, oldest first; `resume` starts it anew where it was met. */
  turns: { at: Date; turn: ClockTurn }[]
  /** Since when the desk owes an answer at the end of that. */
  deskSince: Date | null
  /** Who works on it at the desk, if that is the built-in one. */
  deskOwnerId: string | null
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

/** A case that is a while old, with its history: for the demo. What waits is reminded of within an hour at the soonest. Its number. */
export async function insertWholeCase(tx: Tx, { events, answers, turns, deskSince, deskOwnerId, ...kase }: WholeCase, now: Date): Promise<number> {
  const started = kase.state === 'PENDING_APPROVAL' ? null : await startColumns(tx, kase, kase.filedAt)
  // What the desk answered was carried to its portal.
  const waits = started !== null && !events.some(({ kind }) => kind === 'DESK_REPLY')
  const { number } = await tx.case.create({
    data: {
      ...kase, ...started, deskSince, deskOwnerId: started?.desk === 'BUILT_IN' ? deskOwnerId : null,
      portalWaitsSince: waits ? started.portalWaitsSince : null,
      portalRemindAt: waits && started.portalRemindAt ? new Date(Math.max(started.portalRemindAt.getTime(), now.getTime() + 3_600_000)) : null,
      answers: answers.map((answer) => toJson(answer)),
    },
    select: { number: true },
  })
  if (started) await turnBack(tx, number, turns, now)
  await tx.caseEvent.createMany({ data: events.map(({ data, ...event }) => ({ ...event, caseNumber: number, ...(data && { data: toJson(data) }) })) })
  await indexCase(tx, number)
  return number
}

/** Turns the clock as it was turned until now; what came due meanwhile was told. */
async function turnBack(tx: Tx, number: number, turns: WholeCase['turns'], now: Date): Promise<void> {
  const held = (await holdAnyCase(tx, number))!
  const rule = await clockRuleOf(tx, held)
  const turned = turns.reduce((clock, { at, turn }) => turnClock(clock, turn === 'resume' && clock.answeredAt ? 'start' : turn, rule, at), held.clock)
  const notice = dueNotice(turned, now)
  await tx.case.update({ where: { number }, data: clockColumns(notice ? noticed(turned, notice) : turned) })
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
