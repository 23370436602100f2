import type { AccessBlock } from '../../domain/access/access.js'
import type { AccountActor } from '../../domain/actor.js'
import type { CustomerChoice } from '../../domain/cases/filing-form.js'
import { filingAccess, readingBlock } from '../../domain/access/partner.js'
import type { FilingAccess, ReadCase } from '../../domain/access/partner.js'
import type { CustomerRow } from '../../store/customers/customers.js'

/** What the actor's organization may file for the customer now. */
export function accessTo(actor: AccountActor, customer: CustomerRow, products: readonly { id: string; elsewhere?: boolean }[], now: Date): FilingAccess {
  const { relations, subscriptions, ledger } = customer
  return filingAccess({ actorOrgId: actor.organizationId, customer, relations, products, subscriptions, ledger, now })
}

/** Why one product is not open; null when it is. A product nobody knows is not. */
export function productBlock(access: FilingAccess, productId: string): AccessBlock | null {
  const effective = access.products.find((product) => product.productId === productId)?.effective
  if (!effective) return { reason: 'no_subscription' }
  return effective.open ? null : effective.block
}

/**
 * Why a case of the customer is locked for the actor (ACCESS-1, ACCESS-2); null when it is open. Reading asks less than
 * filing: of a product that is held no more, history stays. Only resellers can be locked out: the customer and the desk
 * need nobody's leave.
 */
export function caseBlock(actor: AccountActor, customer: CustomerRow, kase: ReadCase, now: Date): AccessBlock | null {
  if (actor.organizationKind !== 'RESELLER') return null
  const { relations, subscriptions, ledger } = customer
  return readingBlock(kase, { actorOrgId: actor.organizationId, customer, relations, subscriptions, ledger, now })
}

export function customerChoice(customer: CustomerRow, access: FilingAccess): CustomerChoice {
  const { id, name, domain } = customer
  return { id, name, domain, access: access.open ? 'open' : 'locked', block: access.block }
}
