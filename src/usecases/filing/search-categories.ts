import type { AccountActor } from '../../domain/actor.js'
import { searchCategories as categoriesMatching } from '../../domain/cases/category-search.js'
import type { CategoryChoice } from '../../domain/cases/filing-form.js'
import { findLeaves, findProducts } from '../../store/filing/catalogue.js'
import { findCustomer } from '../../store/customers/customers.js'
import { accessTo, productBlock } from '../access/customer-access.js'
import type { Deps } from '../deps.js'
import { permitFiling } from '../acting/permit.js'

export interface SearchCategories {
  words: string
  /** Whose language the words are likely in, BCP 47. */
  locale: string
  productId?: string
  customerId?: number
}

/** What fits into one select of Slack's. */
const most = 100

/**
 * Leaves of the catalogue that hold the words, best first, at most 100: of the product type if one is chosen, and only
 * of those open for the customer if one is chosen (ACCESS-4). A customer that is not the actor's to see has none.
 * Throws what `permitFiling` throws.
 */
export async function searchCategories(deps: Deps, actor: AccountActor, input: SearchCategories): Promise<CategoryChoice[]> {
  const { words, locale, productId, customerId } = input
  return deps.store.read(async (tx) => {
    await permitFiling(tx, actor)
    const all = await findProducts(tx)
    const products = all.filter((product) => !product.elsewhere && (productId === undefined || product.id === productId))
    const customer = customerId === undefined ? null : await findCustomer(tx, actor, customerId)
    if (customerId !== undefined && !customer) return []
    const access = customer && accessTo(actor, customer, products, deps.now())
    const open = products.filter((product) => !access || productBlock(access, product.id) === null)
    const leaves = await findLeaves(tx, open.map((product) => product.id))
    return categoriesMatching(leaves, words, locale).slice(0, most).map((leaf) => ({ id: leaf.id, productId: leaf.productId, name: leaf.name, path: leaf.path }))
  })
}
