import type { Tx } from '../open-store.js'

/** The primary domain of an organization that is known to be there. */
export async function findPrimaryDomain(tx: Tx, organizationId: string): Promise<string> {
  const { primaryDomain } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { primaryDomain: true } })
  return primaryDomain
}
