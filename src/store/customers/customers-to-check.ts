import type { Tx } from '../open-store.js'

/** Bound parameters of one query. */
const batch = 5000

/**
 * Those of the customers whose access must be worked out before anything is told of their cases: where the ledger with the
 * organization has entries, or something was bought from Google. Of all others the switch is on, as it is by default, and
 * everything may be read (ACCESS-1, ACCESS-2).
 */
export async function customersToCheck(tx: Tx, organizationId: string, ids: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (let start = 0; start < ids.length; start += batch) {
    const rows = await tx.customer.findMany({
      where: {
        id: { in: ids.slice(start, start + batch) },
        OR: [{ accessEntries: { some: { resellerId: organizationId } } }, { subscriptions: { some: { seller: 'GOOGLE' } } }],
      },
      select: { id: true },
    })
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
