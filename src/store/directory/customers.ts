import type { PostalAddress } from '../../domain/import/directory-record.js'
import type { Portal, SupportTier } from '../../domain/words.js'
import type { Tx } from '../open-store.js'
import { insertRows } from './insert-rows.js'
import { jsonOrNull } from './organizations.js'

/** By domain or by Google's id, with the whole assignment history, oldest first. */
export async function customersToImport(tx: Tx, domains: string[], externalIds: string[]) {
  const where = externalIds.length === 0 ? { domain: { in: domains } } : { OR: [{ domain: { in: domains } }, { externalId: { in: externalIds } }] }
  return tx.customer.findMany({ where, include: { assignments: { orderBy: { from: 'asc' } } } })
}

export interface CustomerFields {
  domain: string
  name: string
  externalId: string | null
  supportTier: SupportTier
  portal: Portal
  contactName: string | null
  contactEmail: string | null
  contactPhone: string | null
  address: PostalAddress | null
  language: string | null
  timeZone: string | null
  resellerId: string | null
}

/** Ids by domain. */
export async function createCustomers(tx: Tx, rows: (CustomerFields & { organizationId: string })[], now: Date): Promise<Map<string, number>> {
  const data = rows.map((row) => ({ ...row, createdAt: now, updatedAt: now, version: 1 }))
  const created = await insertRows<{ id: number; domain: string }>(tx, 'Customer', data, ['id', 'domain'])
  return new Map(created.map((row) => [row.domain, row.id]))
}

export async function changeCustomer(tx: Tx, id: number, { address, ...changes }: Partial<CustomerFields>, now: Date): Promise<void> {
  const data = { ...changes, ...(address !== undefined && { address: jsonOrNull(address) }), updatedAt: now, version: { increment: 1 } }
  await tx.customer.update({ where: { id }, data })
}

export async function addAssignments(tx: Tx, rows: { id: string; customerId: number; resellerId: string; from: Date; until: Date | null }[]): Promise<void> {
  await insertRows(tx, 'CustomerAssignment', rows)
}

export async function endAssignments(tx: Tx, ids: string[], until: Date): Promise<void> {
  if (ids.length > 0) await tx.customerAssignment.updateMany({ where: { id: { in: ids } }, data: { until } })
}

/** When a file tells the whole history, what it does not hold never was. */
export async function removeAssignments(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.customerAssignment.deleteMany({ where: { id: { in: ids } } })
}
