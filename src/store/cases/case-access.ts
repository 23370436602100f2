import type { ReadCase } from '../../domain/access/partner.js'
import { customerSelect, readCustomer, type CustomerRow } from '../customers/customers.js'
import type { Tx } from '../open-store.js'

/** What a case tells of itself, and the facts about its customer that decide whether the organization may read it now; null without the case. */
export async function findCaseAccess(tx: Tx, caseNumber: number, organizationId: string): Promise<(ReadCase & { customer: CustomerRow }) | null> {
  const found = await tx.case.findUnique({
    where: { number: caseNumber },
    select: { productId: true, filedByOrgId: true, kind: true, customer: { select: customerSelect(organizationId) } },
  })
  return found && { ...found, customer: readCustomer(found.customer) }
}
