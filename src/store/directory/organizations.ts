import type { PolicyFields, PostalAddress } from '../../domain/import/directory-record.js'
import type { OrganizationKind } from '../../domain/words.js'
import { Prisma } from '../generated/sqlite/client.js'
import { toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { insertRows } from './insert-rows.js'

export interface NewOrganization {
  id: string
  kind: OrganizationKind
  name: string
  primaryDomain: string
  createdAt: Date
}

/** With their primary domains; the secondary ones come by `addDomains`. */
export async function createOrganizations(tx: Tx, rows: NewOrganization[]): Promise<void> {
  await insertRows(tx, 'Organization', rows.map(({ id, kind, name, primaryDomain, createdAt }) => ({ id, kind, name, primaryDomain, supportOnly: false, language: 'en', createdAt })))
  await insertRows(tx, 'OrganizationDomain', rows.map(({ primaryDomain, id }) => ({ domain: primaryDomain, organizationId: id, isPrimary: true })))
}

export async function organizationsToImport(tx: Tx, primaryDomains: string[]) {
  const rows = await tx.organization.findMany({ where: { primaryDomain: { in: primaryDomains } }, include: { domains: true, units: true, policy: true, licencePool: true } })
  return new Map(rows.map((row) => [row.primaryDomain, row]))
}

export interface OrganizationChanges {
  name?: string
  supportOnly?: boolean
  language?: string
  address?: PostalAddress | null
}

export async function changeOrganization(tx: Tx, id: string, { address, ...changes }: OrganizationChanges): Promise<void> {
  await tx.organization.update({ where: { id }, data: { ...changes, ...(address !== undefined && { address: jsonOrNull(address) }) } })
}

export async function addDomains(tx: Tx, organizationId: string, domains: string[]): Promise<void> {
  if (domains.length > 0) await tx.organizationDomain.createMany({ data: domains.map((domain) => ({ domain, organizationId, isPrimary: false })) })
}

/** Its people keep their addresses on the old domain, which becomes a secondary one. */
export async function renameOrganization(tx: Tx, organizationId: string, primaryDomain: string): Promise<void> {
  await tx.organizationDomain.updateMany({ where: { organizationId }, data: { isPrimary: false } })
  await tx.organizationDomain.upsert({
    where: { domain: primaryDomain }, create: { domain: primaryDomain, organizationId, isPrimary: true }, update: { isPrimary: true },
  })
  await tx.organization.update({ where: { id: organizationId }, data: { primaryDomain } })
}

export async function putUnit(tx: Tx, unit: { id: string; organizationId: string; path: string; automaticLicensing: boolean }): Promise<void> {
  const { organizationId, path, automaticLicensing } = unit
  await tx.organizationalUnit.upsert({ where: { organizationId_path: { organizationId, path } }, create: unit, update: { automaticLicensing } })
}

export async function putPolicy(tx: Tx, organizationId: string, policy: PolicyFields): Promise<void> {
  await tx.resellerPolicy.upsert({ where: { organizationId }, create: { organizationId, ...policy }, update: policy })
}

export async function putLicencePool(tx: Tx, organizationId: string, pool: { ordered: boolean; total: number }): Promise<void> {
  await tx.licencePool.upsert({ where: { organizationId }, create: { organizationId, ...pool }, update: pool })
}

/** What Prisma takes to empty a JSON column, or to fill it. */
export function jsonOrNull(value: object | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : toJson(value)
}
