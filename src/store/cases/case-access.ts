import { customerSelect, readCustomer, type CustomerRow } from '../customers/customers.js'
import type { Tx } from '../open-store.js'

/** A case's product, and the facts about its customer that decide whether the organization may read it now; null without the case. */
export async function findCaseAccess(tx: Tx, caseNumber: number, organizationId: string): Promise<{ productId: string; customer: CustomerRow } | null> {
  const found = await tx.case.findUnique({
    where: { number: caseNumber },
    select: { productId: true, customer: { select: customerSelect(organizationId) } },
  })
  return found && { productId: found.productId, customer: readCustomer(found.customer) }
}
