/** visibility.ts once more, for raw queries: as branches that each run along an index, and together are what an actor sees. */
import type { Actor } from '../domain/actor.js'
import { Prisma } from './generated/sqlite/client.js'
import { sightOfCases, sightOfCustomers } from './visibility.js'

/** One way to rows: of `"Case" c` or `"Customer" k`. A row may be reached by several. */
export interface Branch {
  /** The tables, in the order that is quick when the branch finds the rows by itself. */
  from: Prisma.Sql
  /** What to join when the rows are at hand already. */
  join: Prisma.Sql
  where: Prisma.Sql
}

const always = Prisma.sql`1 = 1`
const filed = Prisma.sql`c."state" <> 'PENDING_APPROVAL'`

/** `owner`: the rows are found by whom they belong to, which is narrower than by whose customers they are. */
export type FoundBy = 'sight' | 'owner'

/** None: the actor sees nothing. */
export function caseBranches(actor: Actor, foundBy: FoundBy = 'sight'): Branch[] {
  const seen = sightOfCases(actor)
  switch (seen.as) {
    case 'nothing': return []
    case 'everything': return [ofCases(always)]
    case 'desk': return [ofCases(filed)]
    case 'customer': return [ofCases(Prisma.sql`${filed} AND c."customerId" = (SELECT o."id" FROM "Customer" o WHERE o."organizationId" = ${seen.organizationId})`)]
    case 'reseller': return [...(seen.managesCustomers ? [managedCases(seen.organizationId, foundBy)] : []), supportedCases(seen.organizationId, foundBy)]
  }
}

/** None: the actor sees nothing. */
export function customerBranches(actor: Actor): Branch[] {
  const seen = sightOfCustomers(actor)
  switch (seen.as) {
    case 'nothing': return []
    case 'everything': return [ofCustomers(always)]
    case 'desk': return [ofCustomers(Prisma.sql`EXISTS (SELECT 1 FROM "Case" c WHERE c."customerId" = k."id" AND ${filed})`)]
    case 'customer': return [ofCustomers(Prisma.sql`k."organizationId" = ${seen.organizationId}`)]
    case 'reseller': return [
      ...(seen.managesCustomers ? [ofCustomers(Prisma.sql`k."resellerId" = ${seen.organizationId}`)] : []),
      ofCustomers(Prisma.sql`k."id" IN (SELECT s."customerId" FROM "PartnerRelation" s WHERE ${activeFor(seen.organizationId)})`),
    ]
  }
}

function ofCases(where: Prisma.Sql): Branch {
  return { from: Prisma.sql`"Case" c`, join: Prisma.empty, where }
}

function ofCustomers(where: Prisma.Sql): Branch {
  return { from: Prisma.sql`"Customer" k`, join: Prisma.empty, where }
}

function managedCases(organizationId: string, foundBy: FoundBy): Branch {
  const join = Prisma.sql`JOIN "Customer" k ON k."id" = c."customerId"`
  // Cast, it is no key of an index any more, so that the owner's is taken.
  const managedAtFiling = foundBy === 'owner' ? Prisma.sql`CAST(c."managedAtFilingId" AS TEXT)` : Prisma.sql`c."managedAtFilingId"`
  return { from: Prisma.sql`"Case" c ${join}`, join, where: Prisma.sql`${managedAtFiling} = ${organizationId} AND k."resellerId" = ${organizationId}` }
}

function supportedCases(partnerId: string, foundBy: FoundBy): Branch {
  // Distinct, for a customer may have assigned the partner to one service twice, and a page counts its rows.
  const services = Prisma.sql`(SELECT DISTINCT s."customerId", s."productId" FROM "PartnerRelation" s WHERE ${activeFor(partnerId)}) r`
  return {
    // SQLite keeps to the order of a CROSS JOIN: most resellers have no relation, and then this is done at once.
    from: foundBy === 'owner' ? Prisma.sql`"Case" c CROSS JOIN ${services}` : Prisma.sql`${services} CROSS JOIN "Case" c`,
    join: Prisma.sql`CROSS JOIN ${services}`,
    where: Prisma.sql`c."customerId" = r."customerId" AND c."productId" = r."productId" AND (c."filedByOrgId" = ${partnerId} OR c."kind" = 'DIRECT')`,
  }
}

function activeFor(partnerId: string): Prisma.Sql {
  return Prisma.sql`s."partnerId" = ${partnerId} AND s."state" = 'ACTIVE'`
}
