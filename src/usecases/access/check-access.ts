import { explainAccess } from '../../domain/access/explain-access.js'
import type { AccessSheet } from '../../domain/access/explain-access.js'
import { pendingAccess } from '../../domain/access/pending-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { findProducts } from '../../store/filing/catalogue.js'
import { findWaitingRequests } from '../../store/customers/access-requests.js'
import { findPrimaryDomain } from '../../store/customers/primary-domain.js'
import { findAdministrators, findHolders, findManagers } from '../../store/people/accounts.js'
import { ownAccountIds } from '../acting/usable-accounts.js'
import type { Deps } from '../deps.js'
import { loadAccess } from './load-access.js'

export interface CheckAccess {
  /** Words, or an id from a button. */
  customer: string | number
}

/**
 * Whether a case can be filed for the customer, for which subscriptions, and else each missing step with who can take it
 * (ACCESS-5). To the customer's own people and the desk it tells of the domain that manages the customer now. Throws
 * `Refused` as `nameCustomer` does.
 */
export function checkAccess(deps: Deps, actor: AccountActor, input: CheckAccess): Promise<AccessSheet> {
  const now = deps.now()
  return deps.store.read(async (tx) => {
    const { customer, aboutId } = await loadAccess(tx, actor, input.customer)
    const { relations, subscriptions, ledger } = customer
    const pending = pendingAccess(subscriptions, ledger, now).length > 0
    const namesOf = (people: { name: string }[]) => people.map(({ name }) => name)
    return explainAccess({
      reader: actor,
      ownIds: pending ? await ownAccountIds(tx, actor) : [],
      customer,
      about: aboutId === null ? null : { id: aboutId, domain: await findPrimaryDomain(tx, aboutId) },
      relations, products: await findProducts(tx), subscriptions, ledger, now,
      people: {
        admins: namesOf(await findAdministrators(tx, customer.organizationId)),
        managers: aboutId === null ? [] : namesOf(await findManagers(tx, aboutId)),
        agents: aboutId !== null && pending ? namesOf(await findHolders(tx, { id: aboutId }, 'ACCESS_SUPPORT_CASES')) : [],
      },
      requests: aboutId === null ? [] : await findWaitingRequests(tx, { customerId: customer.id, resellerId: aboutId }, now),
    })
  })
}
