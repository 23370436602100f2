/**
 * Who sees which rows: the one definition, for lists and single look-ups alike (house rule 2, SCOPE-1 to SCOPE-6).
 * An actor who may see nothing gets `in: []`, never an empty `OR`: Prisma drops that inside an `AND`, and everything
 * would be visible. visibility-sql.ts says the same for raw queries; a test holds the two together.
 */
import type { AccountActor, Actor } from '../domain/actor.js'
import { casePrivileges, missingPrivileges } from '../domain/privileges.js'
import type { Privilege } from '../domain/privileges.js'
import { products } from '../domain/products.js'
import type { Prisma } from './generated/sqlite/client.js'

/** What an account reads by virtue of: the desk, its own organization, or the customers of its reseller domain. */
export type Sight =
  | { as: 'everything' }
  | { as: 'nothing' }
  | { as: 'desk' }
  | { as: 'customer'; organizationId: string }
  | { as: 'reseller'; organizationId: string; managesCustomers: boolean }

const nothing: Sight = { as: 'nothing' }

/** What lets a customer's account read its own organization's row. */
const ownCustomerPrivileges = ['SUPPORT', 'ADMINISTER', 'MANAGE_SUPPORT_PARTNERS'] as const satisfies readonly Privilege[]

export function sightOfCustomers(actor: Actor): Sight {
  if (actor.kind === 'system') return { as: 'everything' }
  return sight(actor, {
    RESELLER: actor.privileges.has('VIEW_CUSTOMERS'),
    CUSTOMER: ownCustomerPrivileges.some((privilege) => actor.privileges.has(privilege)),
    VENDOR: actor.privileges.has('ANSWER_CASES'),
  })
}

export function sightOfCases(actor: Actor): Sight {
  if (actor.kind === 'system') return { as: 'everything' }
  return sight(actor, {
    RESELLER: missingPrivileges(actor.privileges, casePrivileges).length === 0,
    CUSTOMER: actor.privileges.has('SUPPORT'),
    VENDOR: actor.privileges.has('ANSWER_CASES'),
  })
}

function sight(actor: AccountActor, entitled: Record<AccountActor['organizationKind'], boolean>): Sight {
  const { organizationId, organizationKind, supportOnly } = actor
  if (!entitled[organizationKind]) return nothing
  switch (organizationKind) {
    case 'RESELLER': return { as: 'reseller', organizationId, managesCustomers: !supportOnly }
    case 'CUSTOMER': return { as: 'customer', organizationId }
    case 'VENDOR': return { as: 'desk' }
  }
}

/** Customers the actor may see: those its domain manages or supports as an active partner; its own; those the desk has cases of. */
export function customersVisibleTo(actor: Actor): Prisma.CustomerWhereInput {
  const seen = sightOfCustomers(actor)
  switch (seen.as) {
    case 'everything': return {}
    case 'nothing': return { id: { in: [] } }
    case 'desk': return { cases: { some: filed } }
    case 'customer': return { organizationId: seen.organizationId }
    case 'reseller': {
      const supported = { partnerRelations: { some: activeFor(seen.organizationId) } } satisfies Prisma.CustomerWhereInput
      return seen.managesCustomers ? { OR: [{ resellerId: seen.organizationId }, supported] } : supported
    }
  }
}

/**
 * Cases the actor may see. A reseller: filed while its domain managed the customer, which it does still (SCOPE-3), or by
 * virtue of an active partner relation (SCOPE-5). What waits for approval is seen by neither desk nor customer.
 */
export function casesVisibleTo(actor: Actor): Prisma.CaseWhereInput {
  const seen = sightOfCases(actor)
  switch (seen.as) {
    case 'everything': return {}
    case 'nothing': return { number: { in: [] } }
    case 'desk': return filed
    case 'customer': return { AND: [filed, { customer: { organizationId: seen.organizationId } }] }
    case 'reseller': {
      const supported = supportedBy(seen.organizationId)
      return seen.managesCustomers ? { OR: [managedBy(seen.organizationId), supported] } : supported
    }
  }
}

/** History entries the actor may read: of cases it may see, without the internal notes of others (SCOPE-6). */
export function eventsVisibleTo(actor: Actor): Prisma.CaseEventWhereInput {
  if (actor.kind === 'system') return {}
  return { AND: [{ case: casesVisibleTo(actor) }, { OR: [{ audience: 'CASE' }, { audience: 'ORGANIZATION', authorOrgId: actor.organizationId }] }] }
}

const filed = { state: { not: 'PENDING_APPROVAL' } } as const satisfies Prisma.CaseWhereInput

function activeFor(partnerId: string) {
  return { partnerId, state: 'ACTIVE' } as const satisfies Prisma.PartnerRelationWhereInput
}

function managedBy(organizationId: string): Prisma.CaseWhereInput {
  return { managedAtFilingId: organizationId, customer: { resellerId: organizationId } }
}

/** Filed by the partner itself, or by the customer; of the services it is assigned to, which Prisma must have one by one. */
function supportedBy(partnerId: string): Prisma.CaseWhereInput {
  return {
    AND: [
      { OR: [{ filedByOrgId: partnerId }, { kind: 'DIRECT' }] },
      { OR: products.map(({ id: productId }) => ({ productId, customer: { partnerRelations: { some: { ...activeFor(partnerId), productId } } } })) },
    ],
  }
}
