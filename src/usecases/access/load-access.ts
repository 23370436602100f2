import type { AccountActor } from '../../domain/actor.js'
import { subscriptionsMeant } from '../../domain/access/subscription-words.js'
import { Refused } from '../../domain/refused.js'
import { findCustomer, findCustomerFor, lockCustomer } from '../../store/customers/customers.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { findAdministrators } from '../../store/people/accounts.js'
import { permitStill } from '../acting/permit.js'
import { nameCustomer } from './name-customer.js'

/** A customer with the facts of one organization's access to it. */
export interface LoadedAccess {
  customer: CustomerRow
  /** Whose access: a reseller's own, else that of the domain which manages the customer now; null when none does. */
  aboutId: string | null
  /** Whether that domain manages the customer now. */
  managed: boolean
}

/** Throws `Refused` as `nameCustomer` does. */
export async function loadAccess(tx: Tx, actor: AccountActor, named: string | number): Promise<LoadedAccess> {
  const customerId = await nameCustomer(tx, actor, named)
  const seen = await findCustomer(tx, actor, customerId)
  if (!seen) throw new Refused({ code: 'customer_not_found' })
  if (actor.organizationKind === 'RESELLER') return { customer: seen, aboutId: actor.organizationId, managed: seen.resellerId === actor.organizationId }
  const customer = seen.resellerId === null ? null : await findCustomerFor(tx, seen.resellerId, customerId)
  return { customer: customer ?? seen, aboutId: seen.resellerId, managed: seen.resellerId !== null }
}

/**
 * The same, with everybody else who would change this customer's access waiting until the transaction ends. Throws what
 * `permitStill` throws besides: who waited here may have been suspended meanwhile.
 */
export async function holdAccess(tx: Tx, actor: AccountActor, named: string | number): Promise<LoadedAccess> {
  const customerId = await nameCustomer(tx, actor, named)
  await lockCustomer(tx, customerId)
  await permitStill(tx, actor)
  return loadAccess(tx, actor, customerId)
}

/** The domain that manages the customer. Throws `Refused` when none does, or the one it is about does not (any more). */
export function managingId({ customer, aboutId, managed }: LoadedAccess): string {
  if (aboutId !== null && managed) return aboutId
  throw new Refused({ code: 'access_missing', customerId: customer.id, customer: customer.name, block: { reason: 'not_managed' } })
}

/** Whether the actor is a super admin of the customer's own organization. */
export function administers(actor: AccountActor, customer: CustomerRow): boolean {
  return actor.organizationKind === 'CUSTOMER' && actor.organizationId === customer.organizationId && actor.privileges.has('ADMINISTER')
}

/** Throws `Refused` naming whose it is to change the customer's access. */
export async function refuseOthers(tx: Tx, actor: AccountActor, customer: CustomerRow): Promise<never> {
  const admins = (await findAdministrators(tx, customer.organizationId)).map(({ name }) => name)
  throw new Refused({ code: 'not_customer_admin', customer: customer.name, admins, readerKind: actor.organizationKind })
}

/** The one subscription that words mean; null without words. Throws `Refused`: `subscription_not_found`, `subscription_ambiguous`. */
export function subscriptionMeant({ name, subscriptions }: CustomerRow, words: string | undefined): CustomerRow['subscriptions'][number] | null {
  if (words === undefined) return null
  const [first, ...more] = subscriptionsMeant(words, subscriptions)
  const held = [...new Set(subscriptions.map(({ skuName }) => skuName))]
  if (!first) throw new Refused({ code: 'subscription_not_found', customer: name, words, held })
  if (more.length > 0) throw new Refused({ code: 'subscription_ambiguous', customer: name, words, held })
  return first
}
