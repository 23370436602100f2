import type { LedgerEntry } from '../../domain/access/access.js'
import type { Prisma } from '../generated/sqlite/client.js'

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
