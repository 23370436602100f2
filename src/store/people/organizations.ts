import type { UnitValue } from '../../domain/accounts/managed-account.js'
import type { OrganizationKind } from '../../domain/words.js'
import type { Tx } from '../open-store.js'

/** The organization a domain belongs to, primary or secondary. */
export async function findOrganizationByDomain(tx: Tx, domain: string): Promise<{ id: string; kind: OrganizationKind; primaryDomain: string } | null> {
  const row = await tx.organizationDomain.findUnique({
    where: { domain },
    select: { organization: { select: { id: true, kind: true, primaryDomain: true } } },
  })
  return row?.organization ?? null
}

/** What an organization decided for itself, as far as asking needs it. */
export interface AskingPolicy {
  remindAfterHours: number
  expireAfterHours: number
}

/** The domain's policy, or the defaults of one that decided nothing. */
export async function findAskingPolicy(tx: Tx, organizationId: string): Promise<AskingPolicy> {
  const policy = await tx.resellerPolicy.findUnique({ where: { organizationId }, select: { remindAfterHours: true, expireAfterHours: true } })
  return policy ?? { remindAfterHours: 4, expireAfterHours: 72 }
}

/** Where the domain's updates are posted; null: nowhere (SCOPE-1). */
export async function findUpdatesChannel(tx: Tx, organizationId: string): Promise<string | null> {
  const policy = await tx.resellerPolicy.findUnique({ where: { organizationId }, select: { updatesChannel: true } })
  return policy?.updatesChannel ?? null
}

/**
 * Of two transactions that change one organization's people, roles or licences, the second waits here for the first;
 * what is read after it is what the first left.
 */
export async function lockOrganization(tx: Tx, id: string): Promise<void> {
  // The same value again: an update takes the row's lock on both stores.
  await tx.organization.updateMany({ where: { id }, data: { id } })
}

/** An organization's domains, the primary one first, and its units by path. */
export async function findDomainsAndUnits(tx: Tx, organizationId: string): Promise<{ domains: string[]; units: UnitValue[] }> {
  const domains = await tx.organizationDomain.findMany({
    where: { organizationId },
    orderBy: [{ isPrimary: 'desc' }, { domain: 'asc' }],
    select: { domain: true },
  })
  const units = await tx.organizationalUnit.findMany({
    where: { organizationId },
    orderBy: { path: 'asc' },
    select: { id: true, path: true, automaticLicensing: true },
  })
  return { domains: domains.map(({ domain }) => domain), units }
}
