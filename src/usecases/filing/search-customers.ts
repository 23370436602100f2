import type { AccountActor } from '../../domain/actor.js'
import type { CustomerChoice } from '../../domain/cases/filing-form.js'
import { findProducts } from '../../store/filing/catalogue.js'
import { accessTo, customerChoice } from '../access/customer-access.js'
import type { Deps } from '../deps.js'
import { customersMatching } from './find-customers.js'
import { permitFiling } from '../acting/permit.js'

/** What fits into one select of Slack's. */
const most = 100

/**
 * Customers of the signed-in domain, and those it supports as a partner, each with its access state (SCOPE-1,
 * ACCESS-1, ACCESS-2); all of them without words, at most 100. Throws what `permitFiling` throws.
 */
export async function searchCustomers(deps: Deps, actor: AccountActor, input: { words: string }): Promise<CustomerChoice[]> {
  const now = deps.now()
  return deps.store.read(async (tx) => {
    await permitFiling(tx, actor)
    const products = await findProducts(tx)
    const customers = await customersMatching(tx, actor, input.words, most)
    return customers.map((customer) => customerChoice(customer, accessTo(actor, customer, products, now)))
  })
}
