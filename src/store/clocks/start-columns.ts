import { noClock, turnClock } from '../../domain/clocks/response-clock.js'
import type { CaseKind, Desk, Severity } from '../../domain/words.js'
import { clockRuleOf, domainOf } from './clock-rules.js'
import { clockColumns } from '../cases/held-case.js'
import type { Tx } from '../open-store.js'

export interface StartedCase {
  kind: CaseKind
  filedByOrgId: string
  managedAtFilingId: string | null
  customerId: number
  severity: Severity
  /** IANA. */
  timeZone: string
}

/** Of a domain that decided nothing. */
const undecided: { desk: Desk; remindAfterHours: number } = { desk: 'BUILT_IN', remindAfterHours: 4 }

/**
 * The columns of a case that the desk owes an answer from now on, when it is filed: whose desk it is stays that way, the
 * response clock starts, and what a team carries to the web portal by hand waits for that (CASE-9).
 */
export async function startColumns(tx: Tx, kase: StartedCase, now: Date) {
  const { supportTier: tier } = await tx.customer.findUniqueOrThrow({ where: { id: kase.customerId }, select: { supportTier: true } })
  const rule = await clockRuleOf(tx, { ...kase, tier })
  const { desk, remindAfterHours } = await deskOf(tx, kase)
  const portal = desk === 'PORTAL'
  return {
    desk,
    deskSince: now,
    ...clockColumns(turnClock(noClock, 'start', rule, now)),
    portalWaitsSince: portal ? now : null,
    portalRemindAt: portal ? new Date(now.getTime() + remindAfterHours * 3_600_000) : null,
  }
}

/** Which desk the domain whose case it is has chosen, and after how long it is reminded of what waits. */
export async function deskOf(tx: Tx, kase: Pick<StartedCase, 'kind' | 'filedByOrgId' | 'managedAtFilingId'>): Promise<{ desk: Desk; remindAfterHours: number }> {
  const organizationId = domainOf(kase)
  const policy = organizationId === null ? null : await tx.resellerPolicy.findUnique({ where: { organizationId }, select: { desk: true, remindAfterHours: true } })
  return policy ?? undecided
}
