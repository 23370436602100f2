/** What customers hold and allow: subscriptions, ledger rows, partner relations. */
import type { AccessBasis, AccessChange, PartnerState, Portal, Seller, SubscriptionStatus } from '../../domain/words.js'
import type { Tx } from '../open-store.js'
import { insertRows } from './insert-rows.js'

export async function subscriptionsToImport(tx: Tx, customerIds: number[]) {
  if (customerIds.length === 0) return new Map<string, never>()
  const rows = await tx.subscription.findMany({ where: { customerId: { in: customerIds } } })
  return new Map(rows.map((row) => [`${row.customerId} ${row.skuId} ${row.seller}`, row]))
}

export interface SubscriptionFields {
  productId: string
  skuName: string
  planName: string | null
  seats: number | null
  status: SubscriptionStatus
  externalId: string | null
  createdAt: Date
}

export async function createSubscriptions(tx: Tx, rows: (SubscriptionFields & { id: string; customerId: number; skuId: string; seller: Seller })[]): Promise<void> {
  await insertRows(tx, 'Subscription', rows)
}

export async function changeSubscription(tx: Tx, id: string, changes: Partial<SubscriptionFields>): Promise<void> {
  await tx.subscription.update({ where: { id }, data: changes })
}

/** Keys of the rows the ledgers hold already: `ledgerKey`. */
export async function ledgerKeysOf(tx: Tx, customerIds: number[]): Promise<Set<string>> {
  const rows = await tx.accessEntry.findMany({
    where: { customerId: { in: customerIds } }, select: { customerId: true, resellerId: true, change: true, subscriptionId: true, at: true },
  })
  return new Set(rows.map(ledgerKey))
}

export function ledgerKey(row: { customerId: number; resellerId: string; change: AccessChange; subscriptionId: string | null; at: Date }): string {
  return `${row.customerId} ${row.resellerId} ${row.change} ${row.subscriptionId} ${row.at.getTime()}`
}

export interface NewLedgerEntry {
  customerId: number
  resellerId: string
  change: AccessChange
  subscriptionId: string | null
  at: Date
  effectiveAt: Date
  actorId: string | null
  actorName: string
  basis: AccessBasis
  evidence: string | null
}

/** In the order given: a ledger is read by the order of its rows. */
export async function addLedgerEntries(tx: Tx, rows: NewLedgerEntry[]): Promise<void> {
  if (rows.length > 0) await tx.accessEntry.createMany({ data: rows })
}

/** The latest relation of each customer, partner and service. */
export async function relationsToImport(tx: Tx, customerIds: number[]) {
  const rows = await tx.partnerRelation.findMany({ where: { customerId: { in: customerIds } }, orderBy: { assignedAt: 'asc' } })
  return new Map(rows.map((row) => [`${row.customerId} ${row.partnerId} ${row.productId}`, row]))
}

export interface RelationFields {
  state: PartnerState
  portal: Portal
  verifierId: string | null
  assignedBy: string | null
  assignedAt: Date
  activatedAt: Date | null
  endedAt: Date | null
}

export async function createRelations(tx: Tx, rows: (RelationFields & { id: string; customerId: number; partnerId: string; productId: string })[]): Promise<void> {
  if (rows.length > 0) await tx.partnerRelation.createMany({ data: rows })
}

export async function changeRelation(tx: Tx, id: string, changes: Partial<RelationFields>): Promise<void> {
  await tx.partnerRelation.update({ where: { id }, data: { ...changes, version: { increment: 1 } } })
}
