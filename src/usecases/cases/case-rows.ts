import type { AccountActor } from '../../domain/actor.js'
import type { CaseRow, LockedRow } from '../../domain/cases/case-view.js'
import type { ListedCase } from '../../store/cases/case-lists.js'
import { findCustomers } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { caseBlock } from '../access/customer-access.js'

/** Each case as the actor may see it, from one query for all their customers. What waits for the portal is told to those who carry it (CASE-9). */
export async function caseRows(tx: Tx, actor: AccountActor, found: readonly ListedCase[], now: Date): Promise<{ kase: ListedCase; row: CaseRow | LockedRow }[]> {
  const ids = [...new Set(found.map((kase) => kase.customer.id))]
  const guarded = actor.organizationKind === 'RESELLER' && ids.length > 0
  const customers = new Map((guarded ? await findCustomers(tx, actor, { ids, take: ids.length }) : []).map((customer) => [customer.id, customer]))
  return found.map((kase) => {
    const { number, customer: { id, name: customerName }, title, state, severity, ownerName, filedAt, updatedAt, escalated, clock } = kase
    const portalWaits = actor.organizationKind === 'RESELLER' && state !== 'PENDING_APPROVAL' ? kase.portalWaits : null
    const customer = customers.get(id)
    const block = guarded ? (customer ? caseBlock(actor, customer, kase, now) : { reason: 'not_managed' as const }) : null
    if (block) return { kase, row: { locked: true, number, customerName, block } }
    return { kase, row: { locked: false, number, customerName, title, state, severity, ownerName, filedAt, updatedAt, escalated, clock, portalWaits } }
  })
}
