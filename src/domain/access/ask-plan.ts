/** What is asked for when somebody requests access, and why nothing is (ACCESS-1, ACCESS-2). */
import type { AccessBlock, HeldSubscription, LedgerEntry } from './access.js'
import { grantBlockedBy } from './change-access.js'
import type { AccessRefusal } from './access-refusal.js'
import type { ApprovalRefusal } from '../approvals/approval-refusal.js'
import { isNothing, missingAccess, notAskedFor, waitsFor } from './missing-access.js'
import type { MissingAccess, WaitingRequest } from './missing-access.js'
import type { FilingAccess } from './partner.js'
import { pendingAccess } from './pending-access.js'

export interface AskFacts {
  /** A customer's super admin asks for consent alone: the rest is the own to give. */
  asks: 'AGENT' | 'CUSTOMER_ADMIN'
  customer: { id: number; name: string; subscriptions: readonly HeldSubscription[]; ledger: readonly LedgerEntry[] }
  /** The one subscription that is meant; null for all. */
  held: HeldSubscription | null
  access: FilingAccess
  requests: readonly WaitingRequest[]
  now: Date
}

/** What is to be asked for, or why nothing is: what waits is not asked for twice. */
export function askPlan(facts: AskFacts): MissingAccess | (AccessRefusal | ApprovalRefusal) {
  const { asks, customer, held, requests } = facts
  const all = missingAccess(held ? [held] : customer.subscriptions, customer.ledger)
  const missing = asks === 'AGENT' ? all : { turnOn: false, consents: all.consents, grants: [] }
  if (isNothing(missing)) return whyNothing(facts)
  const plan = notAskedFor(missing, requests)
  return isNothing(plan) ? whatWaits(missing, requests) : plan
}

function whyNothing(facts: AskFacts): AccessRefusal {
  const { asks, customer: { id: customerId, name: customer, subscriptions, ledger }, held, access, now } = facts
  const missing = (block: AccessBlock): AccessRefusal => ({ code: 'access_missing', customerId, customer, block })
  if (held && held.status !== 'ACTIVE') return missing({ reason: 'subscription_not_active', skuName: held.skuName, status: held.status })
  if (asks === 'CUSTOMER_ADMIN') return whyNothingOf(facts, missing)
  const [pending] = pendingAccess(held ? [held] : subscriptions, ledger, now)
  if (pending) return { code: 'already_granted', customer, subject: pending.subject, pendingUntil: pending.until }
  return access.open || !access.block ? { code: 'access_open', customer } : missing(access.block)
}

/** The reseller has agreed to all: what is left is the customer's own to give. */
function whyNothingOf({ customer: { name, subscriptions, ledger }, held, now }: AskFacts, missing: (block: AccessBlock) => AccessRefusal): AccessRefusal {
  const { grants } = missingAccess(subscriptions, ledger)
  const meant = held ?? grants[0] ?? subscriptions.find(({ status }) => status === 'ACTIVE')
  if (!meant) return missing({ reason: 'no_subscription' })
  return grantBlockedBy({ customer: name, held: meant, ledger, now }) ?? missing({ reason: 'grant_missing', skuName: meant.skuName })
}

function whatWaits(missing: MissingAccess, requests: readonly WaitingRequest[]): AccessRefusal | ApprovalRefusal {
  const asked = [
    ...(missing.turnOn ? [waitsFor(requests, 'ACCESS_REQUEST', null)] : []),
    ...missing.grants.map(({ id }) => waitsFor(requests, 'ACCESS_REQUEST', id)),
    ...missing.consents.map(({ id }) => waitsFor(requests, 'CONSENT', id)),
  ]
  const first = asked.find((request) => request !== null)
  if (!first) throw new Error('Nothing is left to ask for, and nothing waits')
  const { kind, at, asked: people } = first
  return kind === 'ACCESS_REQUEST' ? { code: 'already_requested', at, admins: [...people] } : { code: 'request_waits', kind, at, asked: [...people] }
}
