import type { AccountActor } from '../../domain/actor.js'
import { missingPrivileges, neededForCases } from '../../domain/privileges.js'
import { Refused } from '../../domain/refused.js'
import { findCustomer } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { sightOfCustomers } from '../../store/visibility.js'
import { privilegesMissing } from '../acting/permit.js'
import { customersMatching } from '../filing/find-customers.js'

/** So many customers are named to who meant one of several. */
const mostNamed = 5

/**
 * The id of the customer that is meant: by id, by the domain so spelled, or by words that only one has. Throws `Refused`:
 * `privileges_missing` for who sees no customers; `customer_not_found`, of another organization's as of none;
 * `customer_ambiguous`.
 */
export async function nameCustomer(tx: Tx, actor: AccountActor, named: string | number): Promise<number> {
  if (sightOfCustomers(actor).as === 'nothing') {
    throw new Refused(await privilegesMissing(tx, actor, missingPrivileges(actor.privileges, neededForCases[actor.organizationKind])))
  }
  if (typeof named === 'number') {
    if (!(await findCustomer(tx, actor, named))) throw new Refused({ code: 'customer_not_found' })
    return named
  }
  const words = named.trim()
  const found = await customersMatching(tx, actor, words, mostNamed + 1)
  const [first, second] = found
  if (!first) throw new Refused({ code: 'customer_not_found', words })
  if (!second || first.domain === words.toLowerCase()) return first.id
  const some = found.slice(0, mostNamed).map(({ name, domain }) => ({ name, domain }))
  throw new Refused({ code: 'customer_ambiguous', words, some, more: found.length > mostNamed })
}
