import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { findCase } from '../../store/cases/cases.js'
import type { LoadedCase } from '../../store/cases/cases.js'
import { findCustomer } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { caseBlock } from '../access/customer-access.js'
import { permitCases } from '../acting/permit.js'

/**
 * A case that the actor may see and read, with its newest `entries` of history. Throws `Refused`: `privileges_missing`;
 * `case_not_found` for one that is not there and one that is not the actor's to see alike; `case_locked` while access is
 * off (ACCESS-1).
 */
export async function readableCase(tx: Tx, actor: AccountActor, number: number, entries: number, now: Date): Promise<LoadedCase> {
  await permitCases(tx, actor)
  const found = await findCase(tx, actor, number, entries)
  if (!found) throw new Refused({ code: 'case_not_found', words: String(number) })
  if (actor.organizationKind === 'RESELLER') {
    const customer = await findCustomer(tx, actor, found.customerId)
    const block = customer ? caseBlock(actor, customer, found, now) : { reason: 'not_managed' as const }
    if (block) throw new Refused({ code: 'case_locked', number, customer: found.value.customerName, block })
  }
  return found
}
