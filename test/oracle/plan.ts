/** A small world as plain data: what a customer went through, hour by hour. Hours count back from now. */
import fc from 'fast-check'
import type { Privilege } from '../../src/domain/privileges.js'
import type { AccessChange, CaseState, PartnerState, Seller, SubscriptionStatus } from '../../src/domain/words.js'

/** Two resellers that manage customers, two that only support. */
export const resellers = ['R0', 'R1', 'P0', 'P1'] as const
export type ResellerName = (typeof resellers)[number]
export type ManagerName = 'R0' | 'R1'

export const productIds = ['google-workspace', 'google-voice', 'google-vault'] as const
export type ProductId = (typeof productIds)[number]

export interface Period {
  by: ManagerName | null
  /** It began so many hours ago, and lasted until the next one. */
  from: number
}

export interface PlannedSubscription {
  product: ProductId
  seller: Seller
  status: SubscriptionStatus
}

export interface PlannedEntry {
  hoursAgo: number
  change: AccessChange
  /** Which subscription; null for the switch. */
  subscription: number | null
  /** It takes effect so many hours after it was written, unless confirmed before. */
  delay: 0 | 24
}

export interface PlannedRelation {
  partner: ResellerName
  product: ProductId
  state: PartnerState
}

export interface PlannedCase {
  filedBy: ResellerName | 'customer'
  hoursAgo: number
  product: ProductId
  state: CaseState
}

export interface CustomerPlan {
  /** Oldest first; the last one is the present. */
  periods: Period[]
  subscriptions: PlannedSubscription[]
  /** Oldest first, each of the domain that managed the customer then. */
  ledger: PlannedEntry[]
  relations: PlannedRelation[]
  cases: PlannedCase[]
}

/** The roles people hold, and what each carries. */
export const roles = {
  agent: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'],
  viewer: ['VIEW_CUSTOMERS'],
  handler: ['ACCESS_SUPPORT_CASES'],
  manager: ['DECIDE_REQUESTS', 'SUPPORT'],
  supporter: ['SUPPORT'],
  admin: ['ADMINISTER'],
  assigner: ['MANAGE_SUPPORT_PARTNERS'],
  desk: ['ANSWER_CASES'],
} as const satisfies Record<string, readonly Privilege[]>
export type RoleName = keyof typeof roles

/** Who looks: somebody of a reseller, of the customer or of another customer, or of the desk, with some roles. */
export interface Looker {
  from: ResellerName | 'customer' | 'stranger' | 'desk'
  roles: readonly RoleName[]
}

export interface Plan {
  customer: CustomerPlan
  lookers: Looker[]
  /** What the first looker tries to file. */
  files: 'google-workspace' | 'google-voice'
}

const product = fc.constantFrom(...productIds)
const often = <T>(value: T, ...rest: T[]) => fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(value, ...rest) })

/** One hour in every two days back, so that entries stand on both sides of 24 hours, and on it. */
const hour = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(23, 24, 25))

const periods = fc.tuple(
  fc.array(fc.record({ by: fc.constantFrom<ManagerName | null>('R0', 'R1', null), from: fc.integer({ min: 1, max: 50 }) }), { maxLength: 3 }),
  often<ManagerName | null>('R0', 'R1', null),
).map(([moves, first]): Period[] => {
  const all: Period[] = [{ by: first, from: 100 }, ...unique(moves, (move) => move.from).sort((a, b) => b.from - a.from)]
  // To stay with the same domain is no transfer.
  return all.filter((period, index) => period.by !== all[index - 1]?.by)
})

const subscription = fc.record({
  product,
  seller: fc.constantFrom<Seller>('GOOGLE', 'RESELLER'),
  status: often<SubscriptionStatus>('ACTIVE', 'SUSPENDED', 'CANCELLED'),
})

const switchChange = fc.constantFrom<AccessChange>('SWITCH_OFF', 'SWITCH_ON', 'GRANT_CONFIRMED')
const grantChange = fc.constantFrom<AccessChange>('CONSENT', 'GRANT', 'GRANT', 'GRANT_CONFIRMED', 'GRANT_WITHDRAWN', 'CONSENT_WITHDRAWN')

const entry = fc.oneof(
  { weight: 1, arbitrary: fc.record({ hoursAgo: hour, change: switchChange, subscription: fc.constant(null) }) },
  { weight: 3, arbitrary: fc.record({ hoursAgo: hour, change: grantChange, subscription: fc.nat({ max: 2 }) }) },
).chain((made) => fc.record({
  hoursAgo: fc.constant(made.hoursAgo),
  change: fc.constant(made.change),
  subscription: fc.constant(made.subscription),
  delay: made.change === 'GRANT' || made.change === 'SWITCH_ON' ? often<0 | 24>(24, 0) : fc.constant<0 | 24>(0),
}))

const relation = fc.record({ partner: fc.constantFrom(...resellers), product, state: often<PartnerState>('ACTIVE', 'PENDING', 'DECLINED', 'REMOVED') })

const kase = fc.record({
  filedBy: fc.constantFrom<ResellerName | 'customer'>('R0', 'R0', 'R1', 'P0', 'P1', 'customer'),
  hoursAgo: fc.integer({ min: 0, max: 60 }).map((hours) => hours + 0.5),
  product,
  state: often<CaseState>('NEW', 'PENDING_APPROVAL', 'CLOSED'),
})

const customer: fc.Arbitrary<CustomerPlan> = fc.record({
  periods,
  subscriptions: fc.array(subscription, { maxLength: 3 }),
  ledger: fc.array(entry, { maxLength: 7 }).map((entries) => unique(entries, (each) => each.hoursAgo).sort((a, b) => b.hoursAgo - a.hoursAgo)),
  relations: fc.array(relation, { maxLength: 2 }),
  cases: fc.array(kase, { maxLength: 4 }),
}).map((plan) => ({ ...plan, ledger: plan.ledger.filter((each) => each.subscription === null || plan.subscriptions[each.subscription]?.seller === 'GOOGLE') }))

const some = (...names: RoleName[]): fc.Arbitrary<RoleName[]> => fc.subarray(names)

const looker: fc.Arbitrary<Looker> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ from: fc.constantFrom(...resellers), roles: fc.constant<RoleName[]>(['agent']) }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constantFrom(...resellers), roles: some('viewer', 'handler', 'manager', 'supporter', 'admin', 'desk') }) },
  { weight: 2, arbitrary: fc.record({ from: fc.constantFrom<Looker['from']>('customer', 'stranger'), roles: some('supporter', 'admin', 'assigner', 'viewer', 'handler') }) },
  { weight: 1, arbitrary: fc.record({ from: fc.constant<Looker['from']>('desk'), roles: some('desk', 'agent') }) },
)

export const plan: fc.Arbitrary<Plan> = fc.record({
  customer,
  lookers: fc.array(looker, { minLength: 2, maxLength: 4 }),
  files: fc.constantFrom('google-workspace', 'google-voice'),
})

function unique<T>(all: readonly T[], key: (each: T) => number): T[] {
  return [...new Map(all.map((each) => [key(each), each])).values()]
}
