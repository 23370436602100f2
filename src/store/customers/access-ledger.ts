import type { LedgerEntry } from '../../domain/access/access.js'
import type { AccessBasis, AccessChange } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'

/** Selects, below a customer, the ledger of one reseller domain and the times it had managed the customer before. */
export function ledgerSelect(resellerId: string) {
  return {
    accessEntries: {
      where: { resellerId },
      orderBy: { id: 'asc' },
      select: { change: true, subscriptionId: true, at: true, effectiveAt: true, actorId: true, actorName: true, basis: true },
    },
    assignments: { where: { resellerId, until: { not: null } }, select: { until: true } },
  } as const satisfies Prisma.CustomerSelect
}

type LedgerPayload = Prisma.CustomerGetPayload<{ select: ReturnType<typeof ledgerSelect> }>

/** A transfer starts a new ledger (ACCESS-2): of a domain that comes back, what it held before counts for nothing. */
export function readLedger({ accessEntries, assignments }: LedgerPayload): LedgerEntry[] {
  const left = assignments.flatMap(({ until }) => (until === null ? [] : [until]))
  return accessEntries.filter((entry) => left.every((until) => entry.at > until))
}

/** Whose ledger: a customer's with one reseller domain. */
export interface LedgerPair {
  customerId: number
  resellerId: string
}

export interface NewLedgerRow extends LedgerPair {
  change: AccessChange
  /** Null for the switch. */
  subscriptionId: string | null
  at: Date
  effectiveAt: Date
  actorId: string
  actorName: string
  basis: AccessBasis
  evidence: string | null
  approvalId: string | null
}

/** Adds a row; answers its id. Rows are never changed (ACCESS-5). */
export async function addLedgerRow(tx: Tx, row: NewLedgerRow): Promise<number> {
  const { id } = await tx.accessEntry.create({ data: row, select: { id: true } })
  return id
}

/** A row as the history shows it. */
export interface LedgerRow extends LedgerEntry {
  id: number
  /** Null for the switch. */
  skuName: string | null
  evidence: string | null
}

/** Rows of the ledger below the id `after`, newest first, those of an earlier time with the customer too. */
export async function findLedgerRows(tx: Tx, { customerId, resellerId }: LedgerPair, { after, take }: { after?: number | undefined; take: number }): Promise<LedgerRow[]> {
  const rows = await tx.accessEntry.findMany({
    where: { customerId, resellerId, ...(after !== undefined && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take,
    select: {
      id: true, change: true, subscriptionId: true, at: true, effectiveAt: true, actorId: true, actorName: true, basis: true, evidence: true,
      subscription: { select: { skuName: true } },
    },
  })
  return rows.map(({ subscription, ...row }) => ({ ...row, skuName: subscription?.skuName ?? null }))
}
