/**
 * Reseller access, read from the ledger (ACCESS-1 to ACCESS-5). Guards and explanations both call these functions,
 * so they cannot differ.
 */
import type { AccessBasis, AccessChange, Seller, SubscriptionStatus } from '../words.js'

/** A row of the access ledger of one pair of customer and reseller domain, oldest first. */
export interface LedgerEntry {
  change: AccessChange
  subscriptionId: string | null
  at: Date
  /** When it works at the latest. */
  effectiveAt: Date
  /** Null: nobody who has an account here. */
  actorId: string | null
  actorName: string
  basis: AccessBasis
}

export interface HeldSubscription {
  id: string
  productId: string
  skuName: string
  seller: Seller
  status: SubscriptionStatus
}

/** Why something is not open, and since or until when. */
export type AccessBlock =
  | { reason: 'not_managed' }
  | { reason: 'switch_off'; since: Date; by: string }
  | { reason: 'switch_pending'; until: Date }
  | { reason: 'no_subscription' }
  | { reason: 'subscription_not_active'; skuName: string; status: SubscriptionStatus }
  | { reason: 'consent_missing'; skuName: string }
  | { reason: 'grant_missing'; skuName: string }
  | { reason: 'grant_pending'; skuName: string; until: Date }

export type Effective = { open: true; since: Date | null } | { open: false; block: AccessBlock }

/** How long a grant, and turning the switch on again, may take to work: the help pages say up to a day. */
export const grantTakesHours = 24

export type SwitchState =
  /** `since` null: it was never off. Else `from` is when it works at the latest, or when somebody confirmed that it does. */
  | { on: true; since: null }
  | { on: true; since: Date; from: Date; confirmed: boolean; entry: LedgerEntry }
  | { on: false; since: Date; by: string }

/** The customer's switch: on until it was turned off (ACCESS-1). Turning on what is on changes nothing. */
export function switchState(ledger: readonly LedgerEntry[]): SwitchState {
  return ledger.reduce(nextSwitchState, { on: true, since: null })
}

function nextSwitchState(state: SwitchState, entry: LedgerEntry): SwitchState {
  if (entry.change === 'SWITCH_OFF') return { on: false, since: entry.at, by: entry.actorName }
  if (entry.change === 'SWITCH_ON') return state.on ? state : { on: true, since: entry.at, from: entry.effectiveAt, confirmed: false, entry }
  if (entry.change !== 'GRANT_CONFIRMED' || entry.subscriptionId !== null) return state
  return state.on && state.since && !state.confirmed ? { ...state, from: earlier(state.from, entry.at), confirmed: true } : state
}

/** Whether the switch lets anything through now; on again, it is pending for a while (ACCESS-3). */
export function switchAccess(ledger: readonly LedgerEntry[], now: Date): Effective {
  const turned = switchState(ledger)
  if (!turned.on) return closed({ reason: 'switch_off', since: turned.since, by: turned.by })
  if (!turned.since) return { open: true, since: null }
  return now < turned.from ? closed({ reason: 'switch_pending', until: turned.from }) : { open: true, since: turned.from }
}

export type GrantState =
  | { step: 'consent_missing' }
  | { step: 'grant_missing' }
  /** `from`: when the grant works at the latest, or when somebody confirmed that it does. */
  | { step: 'granted'; at: Date; from: Date; confirmed: boolean; entry: LedgerEntry }

/**
 * How far a subscription bought from Google has come (ACCESS-2): consent first, then a grant. A grant without a standing
 * consent counts for nothing; withdrawing the consent voids the grant too. Granting again changes nothing.
 */
export function grantState(subscriptionId: string, ledger: readonly LedgerEntry[]): GrantState {
  let state: GrantState = { step: 'consent_missing' }
  for (const entry of ledger) {
    if (entry.subscriptionId !== subscriptionId) continue
    state = nextGrantState(state, entry)
  }
  return state
}

function nextGrantState(state: GrantState, entry: LedgerEntry): GrantState {
  switch (entry.change) {
    case 'CONSENT':
      return state.step === 'consent_missing' ? { step: 'grant_missing' } : state
    case 'CONSENT_WITHDRAWN':
      return { step: 'consent_missing' }
    case 'GRANT':
      return state.step === 'grant_missing' ? { step: 'granted', at: entry.at, from: entry.effectiveAt, confirmed: false, entry } : state
    case 'GRANT_CONFIRMED':
      return state.step === 'granted' && !state.confirmed ? { ...state, from: earlier(state.from, entry.at), confirmed: true } : state
    case 'GRANT_WITHDRAWN':
      return state.step === 'granted' ? { step: 'grant_missing' } : state
    case 'SWITCH_ON':
    case 'SWITCH_OFF':
      return state
  }
}

/** Whether one subscription opens its product now. What somebody has to do comes before what is only waited for. */
export function subscriptionAccess(subscription: HeldSubscription, ledger: readonly LedgerEntry[], now: Date): Effective {
  const { id, skuName, status, seller } = subscription
  const turned = switchAccess(ledger, now)
  if (!turned.open && turned.block.reason === 'switch_off') return turned
  if (status !== 'ACTIVE') return closed({ reason: 'subscription_not_active', skuName, status })
  if (seller === 'RESELLER') return turned
  const grant = grantState(id, ledger)
  if (grant.step !== 'granted') return closed({ reason: grant.step, skuName })
  return both(turned, now < grant.from ? closed({ reason: 'grant_pending', skuName, until: grant.from }) : { open: true, since: grant.from })
}

/** Open since both are; else what is waited for longer. */
function both(a: Effective, b: Effective): Effective {
  if (a.open && b.open) return { open: true, since: a.since && b.since ? later(a.since, b.since) : a.since ?? b.since }
  if (a.open) return b
  return b.open || untilOf(a.block) > untilOf(b.block) ? a : b
}

/** Whether a product type is open: an active subscription to it has effective access (ACCESS-2). */
export function productAccess(
  productId: string, subscriptions: readonly HeldSubscription[], ledger: readonly LedgerEntry[], now: Date,
): Effective {
  const turned = switchAccess(ledger, now)
  if (!turned.open && turned.block.reason === 'switch_off') return turned
  const all = subscriptions.filter((held) => held.productId === productId).map((held) => subscriptionAccess(held, ledger, now))
  return openSince(all) ?? closed(mostUseful(blocksOf(all)) ?? { reason: 'no_subscription' })
}

/**
 * Whether what stands in cases of a product may be read. Reading is locked for reasons of access alone (ACCESS-1,
 * ACCESS-2), pending ones too: a subscription that has ended, or one the directory never told of, takes no history away. What has ended
 * counts only where nothing is active, and as though it were.
 */
export function readingAccess(
  productId: string, subscriptions: readonly HeldSubscription[], ledger: readonly LedgerEntry[], now: Date,
): Effective {
  const held = subscriptions.filter((each) => each.productId === productId)
  const active = held.filter((each) => each.status === 'ACTIVE')
  const counted = active.length > 0 ? active : held.map((each) => ({ ...each, status: 'ACTIVE' as const }))
  const effective = productAccess(productId, counted, ledger, now)
  return !effective.open && effective.block.reason === 'no_subscription' ? switchAccess(ledger, now) : effective
}

export interface CustomerAccess {
  /** At least one product that is filed here is open. */
  open: boolean
  /** Null when open; else the block whose cure is nearest. */
  block: AccessBlock | null
  products: { productId: string; effective: Effective }[]
}

/** Access to a customer as a whole, by virtue of reseller access alone. */
export function customerAccess(
  products: readonly { id: string; elsewhere?: boolean }[],
  subscriptions: readonly HeldSubscription[], ledger: readonly LedgerEntry[], now: Date,
): CustomerAccess {
  const all = products.map((product) => ({ productId: product.id, effective: productAccess(product.id, subscriptions, ledger, now) }))
  const elsewhere = new Set(products.filter((product) => product.elsewhere).map((product) => product.id))
  const here = all.filter((product) => !elsewhere.has(product.productId)).map((product) => product.effective)
  const open = here.some((effective) => effective.open)
  return { open, block: open ? null : mostUseful(blocksOf(here)) ?? { reason: 'no_subscription' }, products: all }
}

/** Nearest to open first: what is on its way, then what one step of one person cures. */
const order: readonly AccessBlock['reason'][] = [
  'switch_off', 'switch_pending', 'grant_pending', 'grant_missing', 'consent_missing', 'subscription_not_active', 'no_subscription', 'not_managed',
]

/** The block worth telling, whatever order they come in; null of none. */
export function mostUseful(blocks: readonly AccessBlock[]): AccessBlock | null {
  return [...blocks].sort(byUse)[0] ?? null
}

function byUse(a: AccessBlock, b: AccessBlock): number {
  return order.indexOf(a.reason) - order.indexOf(b.reason) || untilOf(a) - untilOf(b) || compare(skuOf(a), skuOf(b))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const skuOf = (block: AccessBlock): string => ('skuName' in block ? block.skuName : '')
const untilOf = (block: AccessBlock): number => ('until' in block ? block.until.getTime() : 0)
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
const later = (a: Date, b: Date): Date => (a < b ? b : a)
const closed = (block: AccessBlock): Effective => ({ open: false, block })

function blocksOf(all: readonly Effective[]): AccessBlock[] {
  return all.flatMap((effective) => (effective.open ? [] : [effective.block]))
}

/** Open since the first of them opened; null since ever. */
function openSince(all: readonly Effective[]): Effective | null {
  const since = all.flatMap((effective) => (effective.open ? [effective.since] : []))
  if (since.length === 0) return null
  return { open: true, since: since.reduce((first, each) => (first === null || each === null ? null : earlier(first, each))) }
}
