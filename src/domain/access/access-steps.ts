import { switchState } from './access.js'
import type { HeldSubscription, LedgerEntry } from './access.js'
import { missingAccess, waitsFor } from './missing-access.js'
import type { WaitingRequest } from './missing-access.js'
import { pendingAccess } from './pending-access.js'

export interface AccessStep {
  step: 'turn_on' | 'consent' | 'grant' | 'confirm_or_wait' | 'renew' | 'buy'
  /** Null for the switch, and where nothing is held. */
  skuName: string | null
  who: 'CUSTOMER_ADMIN' | 'MANAGER' | 'AGENT' | 'CUSTOMER'
  /** Who can take it, by name. */
  people: string[]
  since: Date | null
  until: Date | null
  /** When it was asked for, and whom; null and empty when no request waits. */
  requestedAt: Date | null
  asked: string[]
  /** When a grant made elsewhere was recorded, and who may approve it; null and empty when none waits. */
  recordedAt: Date | null
  approvers: string[]
}

/** Names of who can take a step. */
export interface PeopleOfAccess {
  /** The customer's super admins. */
  admins: string[]
  /** The managers of the reseller domain. */
  managers: string[]
  /** Those of the reseller domain who work on cases. */
  agents: string[]
}

export interface StepFacts {
  /** Whether the domain it is about manages the customer now. */
  managed: boolean
  products: readonly { id: string; elsewhere?: boolean }[]
  subscriptions: readonly HeldSubscription[]
  ledger: readonly LedgerEntry[]
  now: Date
  people: PeopleOfAccess
  requests: readonly WaitingRequest[]
}

/** What is to be done, by whom, before something can be filed that cannot be now; in the order it is to be done. */
export function accessSteps(facts: StepFacts): AccessStep[] {
  const { managed, products, ledger, now, people, requests } = facts
  const buy: AccessStep = { ...nothing, step: 'buy', who: 'CUSTOMER', people: people.admins }
  if (!managed) return [buy]
  const here = new Set(products.filter((product) => !product.elsewhere).map((product) => product.id))
  const held = facts.subscriptions.filter((each) => here.has(each.productId))
  const missing = missingAccess(held, ledger)
  const turned = switchState(ledger)

  const steps: AccessStep[] = []
  if (!turned.on) steps.push({ ...nothing, step: 'turn_on', who: 'CUSTOMER_ADMIN', people: people.admins, since: turned.since, ...asked(waitsFor(requests, 'ACCESS_REQUEST', null)), ...recorded(waitsFor(requests, 'RECORDED_GRANT', null)) })
  for (const { id, skuName } of missing.consents) {
    steps.push({ ...nothing, step: 'consent', skuName, who: 'MANAGER', people: people.managers, ...asked(waitsFor(requests, 'CONSENT', id)) })
  }
  for (const { id, skuName } of [...missing.consents, ...missing.grants]) {
    steps.push({ ...nothing, step: 'grant', skuName, who: 'CUSTOMER_ADMIN', people: people.admins, ...asked(waitsFor(requests, 'ACCESS_REQUEST', id)), ...recorded(waitsFor(requests, 'RECORDED_GRANT', id)) })
  }
  for (const { subject, entry, until } of pendingAccess(held, ledger, now)) {
    const skuName = subject.what === 'subscription' ? subject.skuName : null
    steps.push({ ...nothing, step: 'confirm_or_wait', skuName, who: 'AGENT', people: people.agents, since: entry.at, until })
  }
  if (held.some((each) => each.status === 'ACTIVE')) return steps
  if (held.length === 0) return [...steps, buy]
  return [...steps, ...held.map(({ skuName }): AccessStep => ({ ...nothing, step: 'renew', skuName, who: 'CUSTOMER', people: people.admins }))]
}

const nothing: Pick<AccessStep, 'skuName' | 'since' | 'until' | 'requestedAt' | 'asked' | 'recordedAt' | 'approvers'> = {
  skuName: null, since: null, until: null, requestedAt: null, asked: [], recordedAt: null, approvers: [],
}

function asked(request: WaitingRequest | null): Pick<AccessStep, 'requestedAt' | 'asked'> {
  return { requestedAt: request?.at ?? null, asked: request?.asked ?? [] }
}

function recorded(request: WaitingRequest | null): Pick<AccessStep, 'recordedAt' | 'approvers'> {
  return { recordedAt: request?.at ?? null, approvers: request?.asked ?? [] }
}
