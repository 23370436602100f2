import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { findCustomers } from '../../store/customers/customers.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { customerIdsMatching } from '../../store/search/search-index.js'

/** Customers the actor may see whose name or domain holds the words, by name, the domain so spelled first; all of them without words. */
export async function customersMatching(tx: Tx, actor: AccountActor, words: string, take: number): Promise<CustomerRow[]> {
  const domain = words.trim().toLowerCase()
  const found = await findCustomers(tx, actor, { ids: await customerIdsMatching(tx, { actor, words, limit: take }), take })
  const among = found.find((customer) => customer.domain === domain)
  // The index may have more matches than were taken, the domain so spelled among those left.
  const exact = among ?? (domain.includes('.') ? (await findCustomers(tx, actor, { domain, take: 1 }))[0] : undefined)
  return exact ? [exact, ...found.filter((customer) => customer.id !== exact.id)].slice(0, take) : found
}

/** More matches than this are not counted. */
export const mostMatches = 100

/**
 * The one customer the words mean: the domain so spelled, else the only one found; without one, how many there are to
 * choose from, at most `mostMatches` and one more.
 */
export async function customerMeant(tx: Tx, actor: AccountActor, words: string): Promise<{ customer: CustomerRow } | { customer: null; matches: number }> {
  const [first, second] = await customersMatching(tx, actor, words, 2)
  if (!first) return { customer: null, matches: 0 }
  if (!second || first.domain === words.trim().toLowerCase()) return { customer: first }
  return { customer: null, matches: (await customerIdsMatching(tx, { actor, words, limit: mostMatches + 1 })).length }
}

/**
 * The customers meant by an id or by words. Throws `Refused`: `customer_not_found`, of another domain's as of
 * none; `customers_too_many` rather than leave some out without a word.
 */
export async function customersNamed(tx: Tx, actor: AccountActor, named: number | string): Promise<CustomerRow[]> {
  const found = typeof named === 'number' ? await findCustomers(tx, actor, { ids: [named], take: 1 }) : await customersMatching(tx, actor, named, mostMatches + 1)
  if (found.length === 0) throw new Refused({ code: 'customer_not_found', words: String(named) })
  const exact = found.find((customer) => customer.domain === String(named).trim().toLowerCase())
  if (!exact && found.length > mostMatches) throw new Refused({ code: 'customers_too_many', words: String(named), max: mostMatches })
  return exact ? [exact] : found
}
