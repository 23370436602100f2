/** Who may do what with a case, in which state (CASE-4 to CASE-6, CASE-9). Views ask the same functions which buttons to show. */
import type { AccountActor } from '../actor.js'
import { reopenBlockedBy, reopenDeadline } from './case-rules.js'
import type { CaseRefusal } from '../refused.js'
import type { CaseState, Desk, Severity, SupportTier } from '../words.js'

/** What is done with a case by those who may see it. The first group is the team's: reseller, partner or customer. */
export const caseActions = [
  'reply', 'note', 'severity', 'take', 'handOver', 'attach', 'share', 'unshare', 'escalate', 'close', 'notSolved', 'reopen', 'related',
  'removeFile', 'copyForPortal', 'portalNumber', 'recordReply',
  // The built-in desk's.
  'deskTake', 'answer',
] as const
export type CaseAction = (typeof caseActions)[number]

/** What of a case decides about actions. */
export interface ActedCase {
  number: number
  state: CaseState
  severity: Severity
  tier: SupportTier
  desk: Desk
  escalatedAt: Date | null
  ownerId: string | null
  deskOwnerId: string | null
  closedAt: Date | null
  /** The setting of the domain whose case it is. */
  reopenWindowDays: number
}

type Who = Pick<AccountActor, 'accountId' | 'organizationKind'>

const open: readonly CaseState[] = ['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED']
/** Done by team and desk alike. */
const everybodys: readonly CaseAction[] = ['note', 'severity', 'attach', 'close']
const desks: readonly CaseAction[] = ['deskTake', 'answer']
const portals: readonly CaseAction[] = ['copyForPortal', 'portalNumber', 'recordReply']
/** Also done when it is closed. */
const anyTime: readonly CaseAction[] = ['note', 'unshare', 'related', 'removeFile', 'copyForPortal', 'portalNumber']

export function isOpen(state: CaseState): boolean {
  return open.includes(state)
}

/** Why the actor, who sees the case, may not do this with it now; null when it may. */
export function actionBlockedBy(action: CaseAction, kase: ActedCase, who: Who, now: Date): CaseRefusal | null {
  const { number, state } = kase
  const atDesk = who.organizationKind === 'VENDOR'
  if (state === 'PENDING_APPROVAL') return { code: 'case_waits', number }
  if (desks.includes(action) && !atDesk) return { code: 'desk_only', number }
  if (atDesk && !desks.includes(action) && !everybodys.includes(action)) return { code: 'team_only', number }
  if (atDesk && kase.desk === 'PORTAL' && action !== 'note') return { code: 'desk_in_portal', number }
  if (portals.includes(action)) {
    if (who.organizationKind !== 'RESELLER') return { code: 'portal_desk_for_resellers', number }
    if (kase.desk !== 'PORTAL') return { code: 'not_portal_desk', number }
  }
  if (action === 'reopen') return reopening(kase, now)
  if (!isOpen(state) && !anyTime.includes(action)) return { code: 'case_closed', number, reopenUntil: reopenUntil(kase, now) }
  return special(action, kase, who)
}

/** Everything the actor may do with the case now, in the order buttons stand in. */
export function allowedActions(kase: ActedCase, who: Who, now: Date): CaseAction[] {
  return caseActions.filter((action) => actionBlockedBy(action, kase, who, now) === null)
}

function special(action: CaseAction, kase: ActedCase, who: Who): CaseRefusal | null {
  const { number } = kase
  switch (action) {
    case 'escalate':
      if (kase.tier !== 'PREMIUM') return { code: 'escalation_for_premium', number, tier: kase.tier }
      return kase.escalatedAt ? { code: 'already_escalated', number, at: kase.escalatedAt } : null
    case 'notSolved':
      return kase.state === 'SOLUTION_PROVIDED' ? null : { code: 'no_solution_yet', number }
    case 'take':
      return kase.ownerId === who.accountId ? { code: 'already_yours', number } : null
    case 'deskTake':
      return kase.deskOwnerId === who.accountId ? { code: 'already_yours', number } : null
    default:
      return null
  }
}

function reopening(kase: ActedCase, now: Date): CaseRefusal | null {
  const block = reopenBlockedBy(kase, kase.reopenWindowDays, now)
  if (!block) return null
  return block.reason === 'not_closed' ? { code: 'not_closed', number: kase.number } : { code: 'reopen_window_passed', number: kase.number, deadline: block.deadline }
}

/** Until when a closed case can be reopened (CASE-6); null when it cannot any more. */
export function reopenUntil({ closedAt, reopenWindowDays }: Pick<ActedCase, 'closedAt' | 'reopenWindowDays'>, now: Date): Date | null {
  const deadline = closedAt && reopenDeadline(closedAt, reopenWindowDays)
  return deadline && now <= deadline ? deadline : null
}
