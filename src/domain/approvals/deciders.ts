import type { AccountActor } from '../actor.js'
import { approvalKinds } from './approval.js'
import type { ApprovalKind, ApprovalValue, Deciders } from './approval.js'
import type { ApprovalRefusal } from './approval-refusal.js'

/** Whose people decide each kind, and by which privilege (APPROVAL-1). A new kind is one entry here. */
export const deciders: Record<ApprovalKind, Deciders> = {
  ACCESS_REQUEST: { of: 'CUSTOMER', privilege: 'ADMINISTER' },
  CONSENT: { of: 'RESELLER', privilege: 'DECIDE_REQUESTS' },
  RECORDED_GRANT: { of: 'RESELLER', privilege: 'DECIDE_REQUESTS' },
  P1_FILING: { of: 'RESELLER', privilege: 'DECIDE_REQUESTS' },
  ESCALATION: { of: 'RESELLER', privilege: 'DECIDE_REQUESTS' },
  EXTRA_LICENCES: { of: 'DESK', privilege: 'ANSWER_CASES' },
  ATTACHMENT_REMOVAL: { of: 'DESK', privilege: 'ANSWER_CASES' },
}

const kindOfDeciders = { CUSTOMER: 'CUSTOMER', RESELLER: 'RESELLER', DESK: 'VENDOR' } as const

/** The kinds that the holder's privileges let it decide, of some customer or domain. */
export function kindsDecidedBy({ organizationKind, privileges }: Pick<AccountActor, 'organizationKind' | 'privileges'>): ApprovalKind[] {
  return approvalKinds.filter((kind) => kindOfDeciders[deciders[kind].of] === organizationKind && privileges.has(deciders[kind].privilege))
}

/** An account, with what tells that two accounts are one person's. */
export interface ApprovalPerson {
  accountId: string
  name: string
  personEmail: string
  slack: { teamId: string; userId: string } | null
}

/** What the rules decide on. */
export interface ApprovalFacts {
  approval: ApprovalValue
  requester: ApprovalPerson
  /** Those who hold the deciding privilege now, by name; the requester may be among them. */
  entitled: readonly ApprovalPerson[]
}

type Actor = Pick<AccountActor, 'accountId' | 'organizationId' | 'privileges' | 'slack'>

/** Two accounts of one person: nobody approves from one domain what they asked for on another (APPROVAL-2). */
export function isSamePerson(a: Omit<ApprovalPerson, 'name'>, b: Omit<ApprovalPerson, 'name'>): boolean {
  return a.accountId === b.accountId || a.personEmail === b.personEmail || isSameUser(a.slack, b.slack)
}

function isSameUser(a: ApprovalPerson['slack'], b: ApprovalPerson['slack']): boolean {
  return a !== null && b !== null && a.teamId === b.teamId && a.userId === b.userId
}

/** Those entitled who did not ask for it themselves. */
export function mayBeAsked(entitled: readonly ApprovalPerson[], requester: ApprovalPerson): ApprovalPerson[] {
  return entitled.filter((person) => !isSamePerson(person, requester))
}

/** Why it waits for nobody any more; null while it does. From `expiresAt` on it has expired, whether or not that was written down. */
export function endedBy({ state, ended, expiresAt, createdAt }: ApprovalValue, now: Date): Extract<ApprovalRefusal, { code: 'already_decided' }> | null {
  if (state !== 'PENDING') return { code: 'already_decided', state, by: ended?.by ?? null, at: ended?.at ?? expiresAt ?? createdAt }
  return expiresAt !== null && expiresAt <= now ? { code: 'already_decided', state: 'EXPIRED', by: null, at: expiresAt } : null
}

/** Why the actor may not decide it now; null when it may (APPROVAL-2). */
export function decideBlockedBy(facts: ApprovalFacts, actor: Actor, now: Date): ApprovalRefusal | null {
  const { approval, requester, entitled } = facts
  const over = endedBy(approval, now)
  if (over) return over
  const others = mayBeAsked(entitled, requester)
  const self = entitled.find((person) => person.accountId === actor.accountId)
  const own = actor.accountId === requester.accountId || isSameUser(actor.slack, requester.slack) || (self && !others.includes(self))
  const names = others.map(({ name }) => name)
  if (own) return { code: 'own_request', others: names }
  return self ? null : { code: 'not_entitled', kind: approval.payload.kind, entitled: names }
}

/**
 * Who asked, or may decide; and managers and super admins of the domain it belongs to. To others there is none, to those
 * either who were asked and lost the privilege since.
 */
export function maySeeApproval({ approval, entitled }: ApprovalFacts, { accountId, organizationId, privileges }: Actor): boolean {
  const concerned = [approval.requester, ...entitled].some((person) => person.accountId === accountId)
  const oversees = organizationId === approval.organization.id && (privileges.has('DECIDE_REQUESTS') || privileges.has('ADMINISTER'))
  return concerned || oversees
}

/** Who asked takes it back while it waits. */
export function mayWithdraw(approval: ApprovalValue, accountId: string, now: Date): boolean {
  return approval.requester.accountId === accountId && !endedBy(approval, now)
}

/** Whom somebody who is asked, and has not handed it on, may hand it on to (APPROVAL-3): entitled, not the requester, not asked yet. */
export function handOnChoices({ approval, requester, entitled }: ApprovalFacts, accountId: string, now: Date): ApprovalPerson[] {
  const waitsFor = approval.asked.some((asked) => asked.accountId === accountId && asked.handedOnTo === null)
  if (!waitsFor || endedBy(approval, now)) return []
  const asked = new Set(approval.asked.map((person) => person.accountId))
  return mayBeAsked(entitled, requester).filter((person) => !asked.has(person.accountId))
}
