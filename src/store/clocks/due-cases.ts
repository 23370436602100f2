/** Cases that something is to be done for because of the time, the longest due first. */
import { desks, severities } from '../../domain/words.js'
import type { CaseState } from '../../domain/words.js'
import type { Tx } from '../open-store.js'

/** What the audit trail says of a case that was reminded of. */
export const portalReminded = 'case.portal_reminded'

const openStates = ['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const satisfies readonly CaseState[]

/** Whose response target passed, or is near, and nobody was told. */
export async function findDueTargets(tx: Tx, now: Date, take: number): Promise<number[]> {
  const passed = await tx.case.findMany({ where: { targetBreachAt: { lte: now } }, orderBy: { targetBreachAt: 'asc' }, take, select: { number: true } })
  const near = await tx.case.findMany({ where: { targetRemindAt: { lte: now } }, orderBy: { targetRemindAt: 'asc' }, take, select: { number: true } })
  return [...new Set([...passed, ...near].map(({ number }) => number))]
}

/** Of which something waits to be carried to the web portal (CASE-9), and it is to be reminded of. */
export async function findPortalReminders(tx: Tx, now: Date, take: number): Promise<number[]> {
  const rows = await tx.case.findMany({ where: { portalRemindAt: { lte: now } }, orderBy: { portalRemindAt: 'asc' }, take, select: { number: true } })
  return rows.map(({ number }) => number)
}

/** That the desk owes an answer, with a clock that never ran: of a time before there were clocks. */
export async function findWithoutClock(tx: Tx, take: number): Promise<number[]> {
  const rows = await tx.case.findMany({
    // Desk and severity are all there are: the index of the queue begins with them.
    where: { desk: { in: [...desks] }, severity: { in: [...severities] }, deskSince: { not: null }, clockSince: null, clockSpent: 0, answeredAt: null },
    orderBy: { deskSince: 'asc' }, take, select: { number: true },
  })
  return rows.map(({ number }) => number)
}

/**
 * Open cases of which something waits to be carried to the web portal (CASE-9), with no time to remind of it though nobody
 * was reminded: of a time before there were reminders.
 */
export async function findWithoutReminder(tx: Tx, take: number): Promise<number[]> {
  const rows = await tx.case.findMany({
    where: { desk: 'PORTAL', severity: { in: [...severities] }, state: { in: [...openStates] }, portalWaitsSince: { not: null }, portalRemindAt: null },
    orderBy: { portalWaitsSince: 'asc' }, select: { number: true },
  })
  const reminded = await tx.audit.findMany({
    where: { subjectType: 'case', subjectId: { in: rows.map(({ number }) => String(number)) }, action: portalReminded }, select: { subjectId: true },
  })
  const known = new Set(reminded.map(({ subjectId }) => subjectId))
  return rows.map(({ number }) => number).filter((number) => !known.has(String(number))).slice(0, take)
}
