/** What the store knows of the names in a file, asked for a few hundred of them at a time. */
import type { OrganizationKind, Portal, Seller } from '../../domain/words.js'
import type { LedgerEntry } from '../../domain/access/access.js'
import type { Tx } from '../open-store.js'

export interface OrganizationFact {
  primaryDomain: string
  kind: OrganizationKind
  supportOnly: boolean
}

/** By each of `domains` that belongs to an organization, secondary ones too. */
export async function organizationsByDomain(tx: Tx, domains: string[]): Promise<Map<string, OrganizationFact & { id: string }>> {
  if (domains.length === 0) return new Map()
  const select = { domain: true, organization: { select: { id: true, primaryDomain: true, kind: true, supportOnly: true } } }
  const rows = await tx.organizationDomain.findMany({ where: { domain: { in: domains } }, select })
  return new Map(rows.map((row) => [row.domain, row.organization]))
}

/** Primary domains of the resellers that manage customers, at most `limit`. */
export async function managingResellers(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.organization.findMany({
    where: { kind: 'RESELLER', supportOnly: false }, select: { primaryDomain: true }, orderBy: { primaryDomain: 'asc' }, take: limit,
  })
  return rows.map((row) => row.primaryDomain)
}

export interface CustomerFact {
  reseller: string | null
  portal: Portal
}

export async function customersByDomain(tx: Tx, domains: string[]): Promise<Map<string, CustomerFact & { id: number; resellerId: string | null }>> {
  if (domains.length === 0) return new Map()
  const select = { id: true, domain: true, portal: true, resellerId: true, reseller: { select: { primaryDomain: true } } }
  const rows = await tx.customer.findMany({ where: { domain: { in: domains } }, select })
  return new Map(rows.map(({ domain, id, portal, resellerId, reseller }) => [domain, { id, portal, resellerId, reseller: reseller?.primaryDomain ?? null }]))
}

/** Domains by Google's customer id. */
export async function domainsByExternalId(tx: Tx, externalIds: string[]): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx.customer.findMany({ where: { externalId: { in: externalIds } }, select: { externalId: true, domain: true } })
  return new Map(rows.map((row) => [row.externalId ?? '', row.domain]))
}

export async function accountsByEmail(tx: Tx, emails: string[]): Promise<Map<string, { id: string; name: string; organizationId: string }>> {
  if (emails.length === 0) return new Map()
  const rows = await tx.account.findMany({ where: { email: { in: emails } }, select: { id: true, email: true, name: true, organizationId: true } })
  return new Map(rows.map(({ email, ...row }) => [email, row]))
}

/** The organizations' own roles and units: `primaryDomain name` and `primaryDomain path`, with their ids. */
export async function rolesAndUnits(tx: Tx, primaryDomains: string[]): Promise<{ roles: Map<string, string>; units: Map<string, string> }> {
  if (primaryDomains.length === 0) return { roles: new Map(), units: new Map() }
  const organization = { primaryDomain: { in: primaryDomains } }
  const of = { organization: { select: { primaryDomain: true } } }
  const roles = await tx.role.findMany({ where: { organization }, select: { id: true, name: true, ...of } })
  const units = await tx.organizationalUnit.findMany({ where: { organization }, select: { id: true, path: true, ...of } })
  return {
    roles: new Map(roles.map((row) => [`${row.organization?.primaryDomain} ${row.name}`, row.id])),
    units: new Map(units.map((row) => [`${row.organization.primaryDomain} ${row.path}`, row.id])),
  }
}

export interface SubscriptionFact {
  id: string
  customer: string
  skuId: string
  seller: Seller
}

export async function subscriptionsOf(tx: Tx, customers: string[]): Promise<SubscriptionFact[]> {
  if (customers.length === 0) return []
  const rows = await tx.subscription.findMany({
    where: { customer: { domain: { in: customers } } }, select: { id: true, skuId: true, seller: true, customer: { select: { domain: true } } },
  })
  return rows.map(({ customer, ...row }) => ({ ...row, customer: customer.domain }))
}

export interface StoredLedgerEntry extends LedgerEntry {
  customer: string
  reseller: string
  skuId: string | null
}

/** The whole ledger of these customers, oldest first. */
export async function ledgersOf(tx: Tx, customers: string[]): Promise<StoredLedgerEntry[]> {
  if (customers.length === 0) return []
  const rows = await tx.accessEntry.findMany({
    where: { customer: { domain: { in: customers } } }, orderBy: { id: 'asc' },
    include: { customer: { select: { domain: true } }, reseller: { select: { primaryDomain: true } }, subscription: { select: { skuId: true } } },
  })
  return rows.map((row) => ({
    change: row.change, subscriptionId: row.subscriptionId, at: row.at, effectiveAt: row.effectiveAt, actorId: row.actorId, actorName: row.actorName,
    basis: row.basis, customer: row.customer.domain, reseller: row.reseller.primaryDomain, skuId: row.subscription?.skuId ?? null,
  }))
}
