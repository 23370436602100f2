import type { Tx } from '../open-store.js'

/** Adds to a domain's pool of free licences, in one statement, so that of two at once neither is lost. False: none was ordered. */
export async function addLicences(tx: Tx, organizationId: string, count: number): Promise<boolean> {
  const added = await tx.licencePool.updateMany({ where: { organizationId, ordered: true }, data: { total: { increment: count } } })
  return added.count === 1
}
