import type { AccessHistory } from '../../domain/access/access-answers.js'
import type { AccountActor } from '../../domain/actor.js'
import { findLedgerRows } from '../../store/customers/access-ledger.js'
import type { LedgerRow } from '../../store/customers/access-ledger.js'
import type { Deps } from '../deps.js'
import { loadAccess } from './load-access.js'

export interface ShowAccessHistory {
  /** Words, or an id from a button. */
  customer: string | number
  /** The last row of the page before. */
  after?: number
}

const pageSize = 10

/**
 * The ledger of the customer and the reader's domain, to others that of the domain which manages it now, newest first
 * (ACCESS-5). Throws `Refused` as `nameCustomer` does.
 */
export function showAccessHistory(deps: Deps, actor: AccountActor, { customer: named, after }: ShowAccessHistory): Promise<AccessHistory> {
  return deps.store.read(async (tx) => {
    const { customer, aboutId } = await loadAccess(tx, actor, named)
    const pair = aboutId === null ? null : { customerId: customer.id, resellerId: aboutId }
    const found = pair ? await findLedgerRows(tx, pair, { after, take: pageSize + 1 }) : []
    const rows = found.slice(0, pageSize)
    return { customerId: customer.id, customer: customer.name, rows: rows.map(shown), next: found.length > pageSize ? rows.at(-1)!.id : null }
  })
}

function shown({ id, change, skuName, at, effectiveAt, actorName, basis, evidence }: LedgerRow): AccessHistory['rows'][number] {
  return { id, change, subject: skuName === null ? { what: 'switch' } : { what: 'subscription', skuName }, at, effectiveAt, by: actorName, basis, evidence }
}
