import type { AccountActor } from '../../domain/actor.js'
import type { DraftValues } from '../../domain/cases/draft.js'
import type { CategoryChoice, Question } from '../../domain/cases/filing-form.js'
import type { FilingAccess } from '../../domain/access/partner.js'
import type { Product } from '../../domain/products.js'
import { findManagers } from '../../store/people/accounts.js'
import { findWaitingRequest } from '../../store/filing/access-waits.js'
import type { WaitingRequest } from '../../store/filing/access-waits.js'
import { findLeaf, findProducts } from '../../store/filing/catalogue.js'
import { findCustomer } from '../../store/customers/customers.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { relatedOf } from './related-case.js'
import { accessTo } from '../access/customer-access.js'

export type Leaf = CategoryChoice & { questions: Question[] }

/** The rows a filing names, as the actor sees them at this moment. */
export interface LoadedFiling {
  /** Null: none named, or none the actor may see. */
  customer: CustomerRow | null
  /** Null without a customer. */
  access: FilingAccess | null
  products: Product[]
  /** The product named, if cases can be filed under it. */
  product: Product | null
  /** Without access: what was asked already and waits, and who of the actor's domain has to agree first, by name. */
  request: WaitingRequest | null
  managers: string[]
  /** The category named, if it is still a leaf of the catalogue. */
  category: Leaf | null
  /** The case it is filed for, while the actor may still link to it. */
  related: { number: number; title: string } | null
}

export async function loadFiling(tx: Tx, actor: AccountActor, values: DraftValues, now: Date): Promise<LoadedFiling> {
  const products = await findProducts(tx)
  const related = await relatedOf(tx, actor, values, now)
  const customer = values.customerId === undefined ? null : await findCustomer(tx, actor, values.customerId)
  const access = customer && accessTo(actor, customer, products, now)
  const locked = customer && access && !access.open ? { id: customer.id, reason: access.block?.reason } : null
  const about = locked && { organizationId: actor.organizationId, customerId: locked.id, now }
  return {
    customer,
    access,
    // Whom the next step waits for: the own managers agree first (ACCESS-2).
    request: about && await findWaitingRequest(tx, locked.reason === 'consent_missing' ? 'CONSENT' : 'ACCESS_REQUEST', about),
    managers: locked?.reason === 'consent_missing' ? (await findManagers(tx, actor.organizationId)).map(({ name }) => name) : [],
    products,
    product: products.find((product) => product.id === values.productId) ?? null,
    category: values.categoryId === undefined ? null : await findLeaf(tx, values.categoryId),
    related,
  }
}
