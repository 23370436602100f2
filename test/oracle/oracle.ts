/**
 * What the rules say of a planned world, written from their words alone: nothing of the bot's own rules is used here, and
 * nothing is computed in the way it computes it.
 */
import type { Privilege } from '../../src/domain/privileges.js'
import { roles } from './plan.js'
import type { CustomerPlan, Looker, ManagerName, PlannedCase, PlannedEntry, PlannedSubscription, ProductId } from './plan.js'

/** Who managed the customer so many hours ago. */
export function managerAt({ periods }: CustomerPlan, hoursAgo: number): ManagerName | null {
  return periods.findLast((period) => period.from >= hoursAgo)?.by ?? null
}

const managerNow = (customer: CustomerPlan): ManagerName | null => managerAt(customer, 0)
export const manages = (customer: CustomerPlan, { from }: Looker): boolean => managerNow(customer) === from

/** ACCESS-2: a transfer starts a new ledger, with its very moment, and what was before is void. */
function presentLedger(customer: CustomerPlan): PlannedEntry[] {
  const present = customer.periods.at(-1)!
  return customer.ledger.filter((entry) => entry.hoursAgo <= present.from)
}

type Works = 'works' | 'pending' | 'not'

/** ACCESS-3: a grant works once somebody confirmed it, at the latest when its time has come. */
function worksSince(given: PlannedEntry, later: readonly PlannedEntry[]): Works {
  const confirmed = later.some((entry) => entry.change === 'GRANT_CONFIRMED')
  return confirmed || given.hoursAgo >= given.delay ? 'works' : 'pending'
}

/** ACCESS-1: on by default; turned off it is off at once, and turned on again it may take its time. */
function switchWorks(customer: CustomerPlan): Works {
  const turns = presentLedger(customer).filter((entry) => entry.subscription === null)
  const off = turns.findLastIndex((entry) => entry.change === 'SWITCH_OFF')
  if (off < 0) return 'works'
  const on = turns.findIndex((entry, index) => index > off && entry.change === 'SWITCH_ON')
  return on < 0 ? 'not' : worksSince(turns[on]!, turns.slice(on + 1))
}

/** ACCESS-2: first the reseller agreed, then the customer granted, and neither took it back. */
function grantWorks(customer: CustomerPlan, index: number): Works {
  const all = presentLedger(customer).filter((entry) => entry.subscription === index)
  const valid = all.slice(all.findLastIndex((entry) => entry.change === 'CONSENT_WITHDRAWN') + 1)
  const consent = valid.findIndex((entry) => entry.change === 'CONSENT')
  if (consent < 0) return 'not'
  const since = valid.slice(consent + 1)
  const standing = since.slice(since.findLastIndex((entry) => entry.change === 'GRANT_WITHDRAWN') + 1)
  const grant = standing.findIndex((entry) => entry.change === 'GRANT')
  return grant < 0 ? 'not' : worksSince(standing[grant]!, standing.slice(grant + 1))
}

/** Whether reseller access opens a subscription, whatever its status. */
function granted(customer: CustomerPlan, { seller }: PlannedSubscription, index: number): boolean {
  return switchWorks(customer) === 'works' && (seller === 'RESELLER' || grantWorks(customer, index) === 'works')
}

const heldOf = (customer: CustomerPlan, product: ProductId) =>
  customer.subscriptions.map((subscription, index) => ({ subscription, index })).filter(({ subscription }) => subscription.product === product)

/** By virtue of reseller access: an active subscription to the product with effective access. */
function resellerOpens(customer: CustomerPlan, product: ProductId): boolean {
  return heldOf(customer, product).some(({ subscription, index }) => subscription.status === 'ACTIVE' && granted(customer, subscription, index))
}

/** By virtue of an active relation, which stands by itself. */
export const partnerOpens = (customer: CustomerPlan, org: Looker['from'], product: ProductId): boolean =>
  customer.relations.some((relation) => relation.partner === org && relation.product === product && relation.state === 'ACTIVE')

const isReseller = (from: Looker['from']): boolean => /^[RP]\d$/.test(from)
const has = (looker: Looker, ...needed: Privilege[]): boolean => needed.every((each) => looker.roles.some((role) => (roles[role] as readonly Privilege[]).includes(each)))

/** SCOPE-2, SCOPE-4, SCOPE-6: who sees cases at all. */
export function mayWorkOnCases(looker: Looker): boolean {
  if (isReseller(looker.from)) return has(looker, 'VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES')
  return looker.from === 'desk' ? has(looker, 'ANSWER_CASES') : has(looker, 'SUPPORT')
}

/** SCOPE-1. */
export function reachesCustomer(customer: CustomerPlan, { from }: Looker): boolean {
  return managerNow(customer) === from || customer.relations.some((relation) => relation.partner === from && relation.state === 'ACTIVE')
}

export function opens(customer: CustomerPlan, { from }: Looker, product: ProductId): boolean {
  return (managerNow(customer) === from && resellerOpens(customer, product)) || partnerOpens(customer, from, product)
}

/** Whether reseller access opens this very subscription now. */
export function subscriptionOpens(customer: CustomerPlan, { from }: Looker, index: number): boolean {
  const subscription = customer.subscriptions[index]!
  return managerNow(customer) === from && subscription.status === 'ACTIVE' && granted(customer, subscription, index)
}

export type MayFile = 'files' | 'at_the_desk' | 'no_privilege' | 'no_such_customer' | 'no_access'

export function mayFile(customer: CustomerPlan, looker: Looker, product: ProductId): MayFile {
  if (looker.from === 'desk') return 'at_the_desk'
  if (!mayWorkOnCases(looker)) return 'no_privilege'
  // SCOPE-4: the customer files for itself what it holds, whoever sold it and whatever its reseller may.
  if (looker.from === 'customer') return heldOf(customer, product).some(({ subscription }) => subscription.status === 'ACTIVE') ? 'files' : 'no_access'
  if (!reachesCustomer(customer, looker)) return 'no_such_customer'
  return opens(customer, looker, product) ? 'files' : 'no_access'
}

export type Sees = 'content' | 'locked' | 'nothing'

export function seesCase(customer: CustomerPlan, looker: Looker, kase: PlannedCase): Sees {
  const { from } = looker
  if (!mayWorkOnCases(looker)) return 'nothing'
  if (from === 'desk') return kase.state === 'PENDING_APPROVAL' ? 'nothing' : 'content'
  if (from === 'customer') return kase.state === 'PENDING_APPROVAL' ? 'nothing' : 'content'
  if (from === 'stranger') return 'nothing'
  // SCOPE-5: the partner's own cases and the customer's direct ones, of the assigned service.
  if ((kase.filedBy === from || kase.filedBy === 'customer') && partnerOpens(customer, from, kase.product)) return 'content'
  // SCOPE-3: managed then and managed now.
  if (managerAt(customer, kase.hoursAgo) !== from || managerNow(customer) !== from) return 'nothing'
  return mayRead(customer, kase.product) ? 'content' : 'locked'
}

/** ACCESS-1, ACCESS-2, and that what has merely ended takes no history away. */
function mayRead(customer: CustomerPlan, product: ProductId): boolean {
  if (switchWorks(customer) !== 'works') return false
  const held = heldOf(customer, product)
  const active = held.filter(({ subscription }) => subscription.status === 'ACTIVE')
  const counted = active.length > 0 ? active : held
  return counted.length === 0 || counted.some(({ subscription, index }) => granted(customer, subscription, index))
}
