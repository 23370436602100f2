/** What somebody has to do before everything the customer holds is open (ACCESS-1, ACCESS-2). */
import { grantState, switchState } from './access.js'
import type { HeldSubscription, LedgerEntry } from './access.js'

export interface MissingAccess {
  /** The customer's super admin turns the switch on. */
  turnOn: boolean
  /** Active, bought from Google, and the reseller has not agreed: its manager does first. */
  consents: HeldSubscription[]
  /** The same, agreed and not granted: the customer's super admin grants it. */
  grants: HeldSubscription[]
}

export function missingAccess(subscriptions: readonly HeldSubscription[], ledger: readonly LedgerEntry[]): MissingAccess {
  const bought = subscriptions.filter((held) => held.seller === 'GOOGLE' && held.status === 'ACTIVE')
  const at = (step: 'consent_missing' | 'grant_missing') => bought.filter((held) => grantState(held.id, ledger).step === step)
  return { turnOn: !switchState(ledger).on, consents: at('consent_missing'), grants: at('grant_missing') }
}

/** What was asked for and waits to be decided. */
export interface WaitingRequest {
  kind: 'ACCESS_REQUEST' | 'CONSENT' | 'RECORDED_GRANT'
  turnOn: boolean
  subscriptionIds: readonly string[]
  at: Date
  /** By name. */
  asked: string[]
}

/** The newest request for this that waits: of the switch without a subscription. */
export function waitsFor(requests: readonly WaitingRequest[], kind: WaitingRequest['kind'], subscriptionId: string | null): WaitingRequest | null {
  const found = requests.filter((each) => each.kind === kind && (subscriptionId === null ? each.turnOn : each.subscriptionIds.includes(subscriptionId)))
  return found.reduce<WaitingRequest | null>((newest, each) => (newest && newest.at >= each.at ? newest : each), null)
}

/** What is missing and was not asked for yet. */
export function notAskedFor(missing: MissingAccess, requests: readonly WaitingRequest[]): MissingAccess {
  return {
    turnOn: missing.turnOn && !waitsFor(requests, 'ACCESS_REQUEST', null),
    consents: missing.consents.filter(({ id }) => !waitsFor(requests, 'CONSENT', id)),
    grants: missing.grants.filter(({ id }) => !waitsFor(requests, 'ACCESS_REQUEST', id)),
  }
}

export function isNothing({ turnOn, consents, grants }: MissingAccess): boolean {
  return !turnOn && consents.length === 0 && grants.length === 0
}
