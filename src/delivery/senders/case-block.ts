import type { AccessBlock } from '../../domain/access/access.js'
import { readingBlock } from '../../domain/access/partner.js'
import { findCaseAccess } from '../../store/cases/case-access.js'
import type { Sending } from '../sending.js'

/** Why the organization may not read the case at this moment (ACCESS-1, ACCESS-2): nothing of its content is sent then. Null when it may. */
export async function caseBlock(sending: Sending, caseNumber: number, organizationId: string): Promise<AccessBlock | null> {
  const found = await findCaseAccess(sending.store.db, caseNumber, organizationId)
  if (!found) return { reason: 'not_managed' }
  const { customer, ...kase } = found
  const { relations, subscriptions, ledger } = customer
  return readingBlock(kase, { actorOrgId: organizationId, customer, relations, subscriptions, ledger, now: sending.now() })
}
