import type { AccountActor } from '../../domain/actor.js'
import type { HeldSubscription, LedgerEntry } from '../../domain/access/access.js'
import type { HeldRelation } from '../../domain/access/partner.js'
import type { Prisma } from '../generated/sqlite/client.js'
import { ledgerSelect, readLedger } from './access-ledger.js'
import type { Tx } from '../open-store.js'
import { customersVisibleTo } from '../visibility.js'

/** A customer with the facts that decide what the actor's organization may file for it. */
export interface CustomerRow {
  id: number
  organizationId: string
  name: string
  domain: string
  language: string | null
  timeZone: string | null
  resellerId: string | null
  subscriptions: (HeldSubscription & { skuId: string })[]
  /** With the actor's organization only, or the one it was asked for. */
  relations: HeldRelation[]
  /** Of that organization only, oldest first. */
  ledger: LedgerEntry[]
}

/** Selects what `readCustomer` reads, for one organization. */
export function customerSelect(organizationId: string) {
  return {
    id: true,
    organizationId: true,
    name: true,
    domain: true,
    language: true,
    timeZone: true,
    resellerId: true,
    subscriptions: { select: { id: true, productId: true, skuId: true, skuName: true, seller: true, status: true }, orderBy: [{ skuName: 'asc' }, { id: 'asc' }] },
    partnerRelations: { where: { partnerId: organizationId }, select: { partnerId: true, productId: true, state: true } },
    ...ledgerSelect(organizationId),
  } as const satisfies Prisma.CustomerSelect
}

export function readCustomer({ accessEntries, assignments, partnerRelations, ...customer }: Prisma.CustomerGetPayload<{ select: ReturnType<typeof customerSelect> }>): CustomerRow {
  return { ...customer, relations: partnerRelations, ledger: readLedger({ accessEntries, assignments }) }
}

/** A customer the actor may see; null when there is none, or it is not the actor's to see: the two cannot be told apart. */
export async function findCustomer(tx: Tx, actor: AccountActor, id: number): Promise<CustomerRow | null> {
  const customer = await tx.customer.findFirst({ where: { AND: [customersVisibleTo(actor), { id }] }, select: customerSelect(actor.organizationId) })
  return customer && readCustomer(customer)
}

/** The actor's own organization as a customer, if it may see it; null when it is none. */
export async function findOwnCustomerId(tx: Tx, actor: AccountActor): Promise<number | null> {
  if (actor.organizationKind !== 'CUSTOMER') return null
  const own = await tx.customer.findFirst({ where: { AND: [customersVisibleTo(actor), { organizationId: actor.organizationId }] }, select: { id: true } })
  return own?.id ?? null
}

/** Any customer that there is, with what decides the access of one organization, whoever asks: for what was entitled otherwise. */
export async function findCustomerFor(tx: Tx, organizationId: string, id: number): Promise<CustomerRow | null> {
  const customer = await tx.customer.findUnique({ where: { id }, select: customerSelect(organizationId) })
  return customer && readCustomer(customer)
}

export interface CustomerFilter {
  ids?: readonly number[]
  /** Lower case. */
  domain?: string
  take: number
}

/** Customers the actor may see, by name. */
export async function findCustomers(tx: Tx, actor: AccountActor, { ids, domain, take }: CustomerFilter): Promise<CustomerRow[]> {
  const customers = await tx.customer.findMany({
    where: { AND: [customersVisibleTo(actor), ids ? { id: { in: [...ids] } } : {}, domain === undefined ? {} : { domain }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take,
    select: customerSelect(actor.organizationId),
  })
  return customers.map(readCustomer)
}

/** Makes others who decide about this customer wait until this transaction ends. */
export async function lockCustomer(tx: Tx, id: number): Promise<void> {
  await tx.customer.updateMany({ where: { id }, data: { version: { increment: 0 } } })
}
