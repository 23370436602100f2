import type { Tx } from '../open-store.js'

/**
 * Adds to a domain's pool of free licences, in one statement, so that of two at once neither is lost; answers the new
 * total. Null: none was ordered.
 */
export async function addLicences(tx: Tx, organizationId: string, count: number): Promise<number | null> {
  const [pool] = await tx.licencePool.updateManyAndReturn({
    where: { organizationId, ordered: true }, data: { total: { increment: count } }, select: { total: true },
  })
  return pool?.total ?? null
}
