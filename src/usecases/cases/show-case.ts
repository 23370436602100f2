import type { AccountActor } from '../../domain/actor.js'
import type { CaseValue } from '../../domain/cases/case-view.js'
import { Refused } from '../../domain/refused.js'
import { findCase, mayLinkCase } from '../../store/cases/cases.js'
import { waitsFor } from '../../store/cases/waiting-filings.js'
import { findCustomer } from '../../store/customers/customers.js'
import { caseBlock } from '../access/customer-access.js'
import type { Deps } from '../deps.js'
import { permitCases } from '../acting/permit.js'

/** Entries of history that are shown. */
const entries = 20

/**
 * A case as the actor may see it (SCOPE-1 to SCOPE-6). Throws `Refused`: `privileges_missing`; `case_not_found` for one
 * that is not there and one that is not the actor's to see alike; `case_locked` while access is off (ACCESS-1).
 */
export async function showCase(deps: Deps, actor: AccountActor, { number }: { number: number }): Promise<CaseValue> {
  return deps.store.read(async (tx) => {
    await permitCases(tx, actor)
    const found = await findCase(tx, actor, number, entries)
    if (!found) throw new Refused({ code: 'case_not_found', words: String(number) })
    if (actor.organizationKind === 'RESELLER') {
      const customer = await findCustomer(tx, actor, found.customerId)
      const block = customer ? caseBlock(actor, customer, found, deps.now()) : { reason: 'not_managed' as const }
      if (block) throw new Refused({ code: 'case_locked', number, customer: found.value.customerName, block })
    }
    const { relatedCaseNumber: related, state } = found.value
    return {
      ...found.value,
      // A link tells that there is a case, so only who may see that one is told (SCOPE-1).
      relatedCaseNumber: related !== null && (await mayLinkCase(tx, actor, related)) ? related : null,
      ...(state === 'PENDING_APPROVAL' && { waitsFor: await waitsFor(tx, number) }),
    }
  })
}
