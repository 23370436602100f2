/** Support partners, and what an organization may file for a customer in all (ACCESS-1, ACCESS-2, SCOPE-5). */
import { customerAccess, mostUseful, readingAccess } from './access.js'
import type { AccessBlock, Effective, HeldSubscription, LedgerEntry } from './access.js'
import type { CaseKind, PartnerState } from '../words.js'

export interface HeldRelation {
  partnerId: string
  productId: string
  state: PartnerState
}

/** Whether a partner relation opens a product: active, and for that service. */
export function partnerOpens(relation: Pick<HeldRelation, 'productId' | 'state'>, productId: string): boolean {
  return relation.state === 'ACTIVE' && relation.productId === productId
}

/** By virtue of what something is open: the customer's own, the reseller's access, or a partner relation. */
export type OpenBy = 'own' | 'reseller_access' | 'partner'

export interface FilingAccess {
  /** At least one product that is filed here is open. */
  open: boolean
  /** Null when open. */
  block: AccessBlock | null
  products: { productId: string; effective: Effective; by: OpenBy | null }[]
}

export interface FilingAccessFacts {
  actorOrgId: string
  /** `organizationId` is the customer's own organization, `resellerId` the domain that manages it now. */
  customer: { organizationId?: string; resellerId: string | null }
  /** The customer's relations; those of other partners are passed over. */
  relations: readonly HeldRelation[]
  products: readonly { id: string; elsewhere?: boolean }[]
  subscriptions: readonly HeldSubscription[]
  /** Of this customer and this reseller domain only, oldest first. */
  ledger: readonly LedgerEntry[]
  now: Date
}

/** What the actor's organization may file for the customer, product by product. */
export function filingAccess(facts: FilingAccessFacts): FilingAccess {
  const { actorOrgId, customer, products } = facts
  const own = customer.organizationId === actorOrgId
  const managed = customer.resellerId === actorOrgId
  const relations = facts.relations.filter((relation) => relation.partnerId === actorOrgId)
  const reseller = new Map(
    customerAccess(products, facts.subscriptions, facts.ledger, facts.now).products.map((each) => [each.productId, each.effective]),
  )

  const all = products.map(({ id }): FilingAccess['products'][number] => {
    if (own) {
      const held = heldBy(id, facts.subscriptions)
      return { productId: id, effective: held, by: held.open ? 'own' : null }
    }
    const effective = managed ? reseller.get(id) ?? notManaged : notManaged
    if (effective.open) return { productId: id, effective, by: 'reseller_access' }
    // A relation stands by itself, whatever became of the access (ACCESS-1).
    if (relations.some((relation) => partnerOpens(relation, id))) return { productId: id, effective: { open: true, since: null }, by: 'partner' }
    return { productId: id, effective, by: null }
  })

  const elsewhere = new Set(products.filter((product) => product.elsewhere).map((product) => product.id))
  const here = all.filter((product) => !elsewhere.has(product.productId)).map((product) => product.effective)
  const open = here.some((effective) => effective.open)
  const blocks = here.flatMap((effective) => (effective.open ? [] : [effective.block]))
  return { open, block: open ? null : mostUseful(blocks) ?? { reason: managed || own ? 'no_subscription' : 'not_managed' }, products: all }
}

/** What the customer itself may file for: what it holds in an active subscription, whoever sold it (SCOPE-4). */
function heldBy(productId: string, subscriptions: readonly HeldSubscription[]): Effective {
  const held = subscriptions.filter((each) => each.productId === productId)
  if (held.some(({ status }) => status === 'ACTIVE')) return { open: true, since: null }
  const blocks = held.map(({ skuName, status }) => ({ reason: 'subscription_not_active' as const, skuName, status }))
  return { open: false, block: mostUseful(blocks) ?? { reason: 'no_subscription' } }
}

/** What reading a case depends on, of the case itself. */
export interface ReadCase {
  productId: string
  filedByOrgId: string
  kind: CaseKind
}

/** Why the actor's organization may not read one of the customer's cases now; null when it may. */
export function readingBlock({ productId, filedByOrgId, kind }: ReadCase, facts: Omit<FilingAccessFacts, 'products'>): AccessBlock | null {
  const { actorOrgId, customer, relations, subscriptions, ledger, now } = facts
  if (customer.organizationId === actorOrgId) return null
  // A relation stands by itself, whatever became of the access (ACCESS-1), and shows no case of another reseller or partner (SCOPE-5).
  const partners = kind === 'DIRECT' || filedByOrgId === actorOrgId
  if (partners && relations.some((relation) => relation.partnerId === actorOrgId && partnerOpens(relation, productId))) return null
  const effective = customer.resellerId === actorOrgId ? readingAccess(productId, subscriptions, ledger, now) : notManaged
  return effective.open ? null : effective.block
}

const notManaged: Effective = { open: false, block: { reason: 'not_managed' } }
