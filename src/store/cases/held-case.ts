import type { AccountActor } from '../../domain/actor.js'
import type { ReadCase } from '../../domain/access/partner.js'
import type { ActedCase } from '../../domain/cases/case-actions.js'
import type { ResponseClock } from '../../domain/clocks/response-clock.js'
import type { CaseState, EscalationReason, Severity } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { indexCase } from '../search/search-index.js'
import { casesVisibleTo } from '../visibility.js'
import { windowDaysOf } from './case-policy.js'

/** A case that somebody changes, as it stands now. */
export interface HeldCase extends ActedCase, ReadCase {
  version: number
  title: string
  timeZone: string
  language: string
  customerId: number
  customerName: string
  managedAtFilingId: string | null
  escalationReason: EscalationReason | null
  deskSince: Date | null
  clock: ResponseClock
  portalNumber: string | null
  portalWaitsSince: Date | null
  portalRemindAt: Date | null
  /** The newest entry of its history that the actor may read; 0 for none. */
  newestEntry: number
}

/** The response clock as the store keeps it. */
export const clockSelect = {
  clockSince: true, clockSpent: true, targetAt: true, answeredAt: true, targetRemindAt: true, targetBreachAt: true, targetReminded: true, targetBreached: true,
} as const satisfies Prisma.CaseSelect

const heldSelect = {
  number: true, version: true, kind: true, title: true, timeZone: true, language: true, state: true, severity: true, desk: true,
  customerId: true, productId: true, filedByOrgId: true, managedAtFilingId: true, ownerId: true, deskOwnerId: true, deskSince: true,
  escalatedAt: true, escalationReason: true, closedAt: true, portalNumber: true, portalWaitsSince: true, portalRemindAt: true,
  ...clockSelect,
  customer: { select: { name: true, supportTier: true } },
  filedByOrg: { select: { policy: { select: { reopenWindowDays: true } } } },
  managedAtFiling: { select: { policy: { select: { reopenWindowDays: true } } } },
} as const satisfies Prisma.CaseSelect

function readHeld(row: Prisma.CaseGetPayload<{ select: typeof heldSelect }>, newestEntry: number): HeldCase {
  const {
    customer, filedByOrg: _filing, managedAtFiling: _managing, clockSince, clockSpent, targetAt, answeredAt, targetRemindAt, targetBreachAt, targetReminded, targetBreached, ...kase
  } = row
  return {
    ...kase,
    tier: customer.supportTier,
    customerName: customer.name,
    reopenWindowDays: windowDaysOf(row),
    clock: readClock({ clockSince, clockSpent, targetAt, answeredAt, targetRemindAt, targetBreachAt, targetReminded, targetBreached }),
    newestEntry,
  }
}

/** Whose customer's case it is, of one the actor may see; null when there is none, or it is not the actor's to see. */
export async function findCaseCustomer(tx: Tx, actor: AccountActor, number: number): Promise<number | null> {
  const row = await tx.case.findFirst({ where: { AND: [casesVisibleTo(actor), { number }] }, select: { customerId: true } })
  return row?.customerId ?? null
}

/** The case for the actor, who may see it, with others who change it waiting until this transaction ends. */
export async function holdCase(tx: Tx, actor: AccountActor, number: number): Promise<HeldCase | null> {
  await tx.case.updateMany({ where: { number }, data: { version: { increment: 0 } } })
  return lookAtCase(tx, actor, number)
}

/** The same without holding it: to show what may be done with it. */
export async function lookAtCase(tx: Tx, actor: AccountActor, number: number): Promise<HeldCase | null> {
  const row = await tx.case.findFirst({ where: { AND: [casesVisibleTo(actor), { number }] }, select: heldSelect })
  return row && readHeld(row, await newestEntry(tx, actor, number))
}

/** Any case, for the bot's own jobs, held in the same way. */
export async function holdAnyCase(tx: Tx, number: number): Promise<HeldCase | null> {
  await tx.case.updateMany({ where: { number }, data: { version: { increment: 0 } } })
  const row = await tx.case.findUnique({ where: { number }, select: heldSelect })
  return row && readHeld(row, 0)
}

/** The newest entry that the actor may read: notes of others do not count. */
async function newestEntry(tx: Tx, actor: AccountActor, caseNumber: number): Promise<number> {
  const entry = await tx.caseEvent.findFirst({
    where: { caseNumber, OR: [{ audience: 'CASE' }, { audience: 'ORGANIZATION', authorOrgId: actor.organizationId }] },
    orderBy: { id: 'desc' }, select: { id: true },
  })
  return entry?.id ?? 0
}

/** The columns that a change may set. */
export interface CasePatch {
  state?: CaseState
  severity?: Severity
  ownerId?: string | null
  deskOwnerId?: string | null
  deskSince?: Date | null
  escalatedAt?: Date
  escalationReason?: EscalationReason
  closedAt?: Date | null
  portalNumber?: string | null
  portalWaitsSince?: Date | null
  portalRemindAt?: Date | null
  clock?: ResponseClock
}

/**
 * Saves a change of a held case as its next version; answers that. With `quietly` the version and the time of the last
 * update stay: for what not everybody who sees the case may notice.
 */
export async function saveCase(tx: Tx, held: Pick<HeldCase, 'number' | 'version'>, { clock, ...patch }: CasePatch, now: Date, quietly = false): Promise<number> {
  const { number, version } = held
  const { count } = await tx.case.updateMany({
    where: { number, version },
    data: { ...patch, ...(clock && clockColumns(clock)), ...(quietly ? {} : { version: { increment: 1 }, updatedAt: now }) },
  })
  // It is held, so nobody else can have changed it.
  if (count !== 1) throw new Error(`case ${number} is not of version ${version} any more`)
  // Search finds a case by it.
  if (patch.portalNumber !== undefined) await indexCase(tx, number)
  return quietly ? version : version + 1
}

export function readClock(row: Prisma.CaseGetPayload<{ select: typeof clockSelect }>): ResponseClock {
  return {
    since: row.clockSince, spent: row.clockSpent, targetAt: row.targetAt, answeredAt: row.answeredAt,
    remindAt: row.targetRemindAt, breachAt: row.targetBreachAt, reminded: row.targetReminded, breached: row.targetBreached,
  }
}

/** The clock as the store keeps it. */
export function clockColumns(clock: ResponseClock) {
  return {
    clockSince: clock.since, clockSpent: clock.spent, targetAt: clock.targetAt, answeredAt: clock.answeredAt,
    targetRemindAt: clock.remindAt, targetBreachAt: clock.breachAt, targetReminded: clock.reminded, targetBreached: clock.breached,
  }
}
