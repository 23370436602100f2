/** What is known while a file is checked: what stood before in the file, and what the store knows of the names at hand. */
import type { LedgerEntry } from '../../domain/access/access.js'
import type { ImportProblem, Where } from '../../domain/import/import-problem.js'
import type { CustomerFact, OrganizationFact } from '../../store/directory/look-up.js'
import type { ChannelHolder } from '../../store/people/channel-holders.js'

export interface Layered<T> {
  get(key: string): T | undefined
  file: Map<string, T>
  /** Replaced for every few hundred items. */
  store: Map<string, T>
}

export interface GivenChannel extends Omit<ChannelHolder, 'organizationId'> {
  channel: string | null
}

export interface Known {
  organizations: Layered<OrganizationFact>
  customers: Layered<CustomerFact>
  /** `primaryDomain path` */
  units: Layered<unknown>
  /** `primaryDomain name` */
  roles: Layered<unknown>
  accounts: Layered<{ organization: string }>
  /** `customer sku seller` */
  subscriptions: Layered<unknown>
  externalIds: Layered<string>
  /** In the file: by `primaryDomain field` the channel that a domain was given; in the store: whose each channel is. */
  channels: { file: Map<string, GivenChannel>; store: Map<string, ChannelHolder[]> }
  /** By `customer reseller`, the file's rows behind the store's; `subscriptionId` holds the SKU. */
  ledgers: Layered<LedgerEntry[]>
  /** Where in the file a key stood first: its line, or its path. */
  seen: Map<string, number | string>
  managingResellers: Set<string>
  /** What of the item at hand is worth saying, though nothing is wrong. */
  notes: ImportProblem[]
  /** What the item at hand added, to be taken back when the item turns out bad. */
  undo: (() => void)[]
}

export function nothingKnown(): Known {
  return {
    organizations: layered(), customers: layered(), units: layered(), roles: layered(), accounts: layered(),
    subscriptions: layered(), externalIds: layered(), ledgers: layered(),
    channels: { file: new Map(), store: new Map() },
    seen: new Map(), managingResellers: new Set(), notes: [], undo: [],
  }
}

function layered<T>(): Layered<T> {
  const layers: Layered<T> = { file: new Map(), store: new Map(), get: (key) => layers.file.get(key) ?? layers.store.get(key) }
  return layers
}

/** Adds what the item at hand says. */
export function learn<T>(known: Known, map: Map<string, T>, key: string, value: T): void {
  const before = map.get(key)
  known.undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)))
  map.set(key, value)
}

/** Notes a key's place; answers the place where it stood before, if it did. */
export function seenBefore(known: Known, key: string, where: Where): { line?: number; path?: string } | null {
  const first = known.seen.get(key)
  if (first !== undefined) return typeof first === 'number' ? { line: first } : { path: first }
  learn(known, known.seen, key, where.line ?? where.path ?? '')
  return null
}

// 100,000 customers of a dozen kinds of facts: each kind is kept once.
const facts = new Map<string, CustomerFact>()

export function customerFact(reseller: string | null, portal: CustomerFact['portal']): CustomerFact {
  const key = `${reseller} ${portal}`
  const kept = facts.get(key) ?? { reseller, portal }
  facts.set(key, kept)
  return kept
}

/** The part of an address after the @. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** The organization of a domain; a customer of the file is one, too. */
export function organizationOf(known: Known, domain: string): OrganizationFact | undefined {
  const owner = known.organizations.get(domain)
  return owner ?? (known.customers.file.has(domain) ? { primaryDomain: domain, kind: 'CUSTOMER', supportOnly: false } : undefined)
}
