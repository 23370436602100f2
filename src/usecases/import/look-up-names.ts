import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import type { Tx } from '../../store/open-store.js'
import {
  accountsByEmail, customersByDomain, domainsByExternalId, ledgersOf, organizationsByDomain, rolesAndUnits, subscriptionsOf,
  type StoredLedgerEntry,
} from '../../store/directory/look-up.js'
import { channelFields, findChannelHolders } from '../../store/people/channel-holders.js'
import type { ImportDefaults } from './check-customers.js'
import { domainOf, type Known } from './known.js'

interface Names {
  organizations: Set<string>
  customers: Set<string>
  externalIds: Set<string>
  channels: Set<string>
  emails: Set<string>
  /** Domains of accounts, whose roles and units matter. */
  staffed: Set<string>
  /** Customers whose subscriptions and ledgers matter. */
  ledgers: Set<string>
}

/** Asks the store, in a handful of queries, for everything that these records refer to. */
export async function lookUpNames(tx: Tx, known: Known, records: readonly DirectoryRecord[], defaults: ImportDefaults): Promise<void> {
  const names: Names = { organizations: new Set(), customers: new Set(), externalIds: new Set(), channels: new Set(), emails: new Set(), staffed: new Set(), ledgers: new Set() }
  for (const record of records) collect(names, record)
  // Named beside the file, or understood because there is no other.
  for (const domain of [defaults.reseller ?? [], ...known.managingResellers].flat()) names.organizations.add(domain)
  const unknown = (wanted: Set<string>, of: { file: Map<string, unknown> }): string[] => [...wanted].filter((name) => !of.file.has(name))

  known.organizations.store = await organizationsByDomain(tx, unknown(names.organizations, known.organizations))
  known.externalIds.store = await domainsByExternalId(tx, unknown(names.externalIds, known.externalIds))
  known.channels.store = await findChannelHolders(tx, [...names.channels])
  for (const holder of known.externalIds.store.values()) names.customers.add(holder)
  known.customers.store = await customersByDomain(tx, unknown(names.customers, known.customers))
  known.accounts.store = new Map()
  for (const email of (await accountsByEmail(tx, unknown(names.emails, known.accounts))).keys()) {
    known.accounts.store.set(email, { organization: known.organizations.get(domainOf(email))?.primaryDomain ?? '' })
  }
  const staffed = [...names.staffed].flatMap((domain) => known.organizations.get(domain)?.primaryDomain ?? [])
  const { roles, units } = await rolesAndUnits(tx, staffed)
  known.roles.store = roles
  known.units.store = units
  const held = await subscriptionsOf(tx, [...names.ledgers])
  known.subscriptions.store = new Map(held.map((row) => [`${row.customer} ${row.skuId} ${row.seller}`, row.id]))
  known.ledgers.store = byPair(await ledgersOf(tx, [...names.ledgers]))
}

function collect(names: Names, record: DirectoryRecord): void {
  switch (record.type) {
    case 'organization':
      for (const domain of [record.domain, ...(record.domains ?? [])]) names.organizations.add(domain)
      for (const field of channelFields) {
        const channel = record.policy?.[field]
        if (channel) names.channels.add(channel)
      }
      return
    case 'role':
      names.organizations.add(record.organization)
      names.staffed.add(record.organization)
      return
    case 'account':
      names.organizations.add(domainOf(record.email))
      names.staffed.add(domainOf(record.email))
      return
    case 'customer':
      names.organizations.add(record.domain)
      if (record.reseller) names.organizations.add(record.reseller)
      for (const { reseller } of record.assignments ?? []) names.organizations.add(reseller)
      names.customers.add(record.domain)
      if (record.externalId !== undefined) names.externalIds.add(record.externalId)
      return
    case 'subscription':
      names.customers.add(record.customer)
      return
    case 'access':
      names.customers.add(record.customer)
      names.ledgers.add(record.customer)
      if (record.reseller !== undefined) names.organizations.add(record.reseller)
      return
    case 'partner':
      names.customers.add(record.customer)
      names.organizations.add(record.partner)
      if (record.verifier) {
        names.emails.add(record.verifier)
        names.organizations.add(domainOf(record.verifier))
      }
  }
}

function byPair(entries: StoredLedgerEntry[]): Known['ledgers']['store'] {
  const ledgers: Known['ledgers']['store'] = new Map()
  for (const { customer, reseller, skuId, ...entry } of entries) {
    const key = `${customer} ${reseller}`
    ledgers.set(key, [...(ledgers.get(key) ?? []), { ...entry, subscriptionId: skuId }])
  }
  return ledgers
}
