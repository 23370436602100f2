import { products } from '../products.js'
import type { HeldSubscription } from './access.js'

type Named = HeldSubscription & { skuId: string }

/**
 * The subscriptions that words mean: part of a SKU's name, its id, a product's id or name, in any case, or the id of the
 * subscription itself. A SKU spelled out comes before a product, and that before a part of a name; what is active comes
 * before what has ended, and what was bought from Google before the same from the reseller, which needs nobody's leave.
 */
export function subscriptionsMeant<S extends Named>(words: string, held: readonly S[]): S[] {
  const wanted = fold(words)
  const byId = held.filter((each) => each.id === words.trim())
  if (byId.length > 0 || wanted === '') return byId
  const is = (name: string): boolean => fold(name) === wanted
  const found = [
    held.filter((each) => is(each.skuId) || is(each.skuName)),
    held.filter((each) => is(each.productId) || is(productName(each))),
    held.filter((each) => fold(each.skuName).includes(wanted)),
  ].find((some) => some.length > 0) ?? []
  const active = among(found, (each) => each.status === 'ACTIVE')
  return new Set(active.map((each) => each.skuId)).size === 1 ? among(active, (each) => each.seller === 'GOOGLE') : active
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
const productName = ({ productId }: Named): string => products.find((product) => product.id === productId)?.name ?? productId

/** Those it is true of; all when it is true of none. */
function among<S>(all: S[], test: (each: S) => boolean): S[] {
  const some = all.filter(test)
  return some.length > 0 ? some : all
}
