/** Access explained (ACCESS-5): the same facts through the same functions that guard filing, so that the two cannot differ. */
import { missingForCases } from '../privileges.js'
import type { Privilege } from '../privileges.js'
import type { OrganizationKind, Seller, SubscriptionStatus } from '../words.js'
import { subscriptionAccess } from './access.js'
import type { AccessBlock, Effective, HeldSubscription } from './access.js'
import { accessSteps } from './access-steps.js'
import type { AccessStep, PeopleOfAccess } from './access-steps.js'
import { isNothing, missingAccess, notAskedFor } from './missing-access.js'
import type { WaitingRequest } from './missing-access.js'
import { filingAccess, partnerOpens } from './partner.js'
import type { FilingAccessFacts } from './partner.js'
import { confirmBlockedBy, pendingAccess } from './pending-access.js'

export type { AccessStep } from './access-steps.js'

/** `/access check`: what can be filed, and else each missing step with who can take it. */
export interface AccessSheet {
  customer: { id: number; name: string; domain: string }
  /** By virtue of what the reader looks. */
  as: 'RESELLER' | 'PARTNER' | 'CUSTOMER' | 'DESK'
  /** The primary domain of the reseller it is about; empty when no reseller manages the customer. */
  domain: string
  open: boolean
  /** Null when open. */
  block: AccessBlock | null
  subscriptions: {
    id: string
    skuName: string
    productId: string
    seller: Seller
    status: SubscriptionStatus
    effective: Effective
    /** An active partner relation opens the service, whatever `effective` says (ACCESS-1). */
    byPartner: boolean
  }[]
  /** In the order they are to be taken; empty when open. */
  steps: AccessStep[]
  may: { file: boolean; request: boolean; confirm: boolean; recordGrant: boolean; changeSwitch: boolean }
}

export interface ExplainFacts extends Omit<FilingAccessFacts, 'actorOrgId' | 'customer'> {
  reader: { accountId: string; organizationId: string; organizationKind: OrganizationKind; privileges: ReadonlySet<Privilege> }
  customer: { id: number; name: string; domain: string; organizationId: string; resellerId: string | null }
  /** The accounts of the reader's person; the reader alone unless told. */
  ownIds?: readonly string[]
  /** Whose access it is: a reseller's own, else that of the domain which manages the customer now; relations and ledger are this domain's. */
  about: { id: string; domain: string } | null
  people: PeopleOfAccess
  /** What the domain and the customer were asked for, and waits. */
  requests: readonly WaitingRequest[]
}

export function explainAccess(facts: ExplainFacts): AccessSheet {
  const { reader, customer, about, relations, products, subscriptions, ledger, now } = facts
  const access = filingAccess({ ...facts, actorOrgId: about?.id ?? '' })
  const as = readerAs(facts)
  const managed = about !== null && customer.resellerId === about.id
  const byPartner = (productId: string) => relations.some((each) => each.partnerId === about?.id && partnerOpens(each, productId))
  const effective = (held: HeldSubscription): Effective => (managed ? subscriptionAccess(held, ledger, now) : { open: false, block: { reason: 'not_managed' } })
  // A partner is shown what it supports, and nothing else that the customer has (SCOPE-5).
  const shown = as === 'PARTNER' ? subscriptions.filter((held) => byPartner(held.productId)) : subscriptions

  const missing = missingAccess(subscriptions, ledger)
  const open = notAskedFor(missing, facts.requests)
  const has = (privilege: Privilege) => reader.privileges.has(privilege)
  const handlesCases = reader.organizationKind === 'RESELLER' && missingForCases(reader.privileges, 'RESELLER').length === 0
  const administers = as === 'CUSTOMER' && managed && has('ADMINISTER')
  return {
    customer: { id: customer.id, name: customer.name, domain: customer.domain },
    as,
    domain: about?.domain ?? '',
    open: access.open,
    block: access.block,
    subscriptions: shown.map((held) => {
      const { id, skuName, productId, seller, status } = held
      return { id, skuName, productId, seller, status, effective: effective(held), byPartner: byPartner(productId) }
    }),
    steps: access.open ? [] : accessSteps({ managed, products, subscriptions, ledger, now, people: facts.people, requests: facts.requests }),
    may: {
      file: handlesCases && access.open,
      request: (as === 'RESELLER' && handlesCases && !isNothing(open)) || (administers && open.consents.length > 0),
      confirm: as === 'RESELLER' && has('ACCESS_SUPPORT_CASES') && !confirmBlockedBy(pendingAccess(subscriptions, ledger, now), facts.ownIds ?? [reader.accountId], customer.name),
      recordGrant: as === 'RESELLER' && has('DECIDE_REQUESTS') && (missing.turnOn || missing.grants.length > 0),
      changeSwitch: administers,
    },
  }
}

function readerAs({ reader, customer }: ExplainFacts): AccessSheet['as'] {
  switch (reader.organizationKind) {
    case 'CUSTOMER': return 'CUSTOMER'
    case 'VENDOR': return 'DESK'
    case 'RESELLER': return customer.resellerId === reader.organizationId ? 'RESELLER' : 'PARTNER'
  }
}
