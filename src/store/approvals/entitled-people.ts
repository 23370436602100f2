import type { ApprovalKind } from '../../domain/approvals/approval.js'
import { deciders } from '../../domain/approvals/deciders.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { findHolders } from '../people/accounts.js'
import type { AccountRow } from '../people/accounts.js'

/** Where an approval stands: its domain, and its customer if it has one. */
export interface ApprovalScope {
  organizationId: string
  customerId: number | null
}

/** The active accounts that may decide it now, by name (APPROVAL-1); the requester may be among them. */
export function entitledPeople(tx: Tx, kind: ApprovalKind, scope: ApprovalScope): Promise<AccountRow[]> {
  return findHolders(tx, decidingOrganizations(kind, scope), deciders[kind].privilege)
}

/** The name of whose people decide it, a customer's as its reseller knows it; null: there is no such organization. */
export async function decidingOrganization(tx: Tx, kind: ApprovalKind, scope: ApprovalScope): Promise<string | null> {
  const organization = await tx.organization.findFirst({
    where: decidingOrganizations(kind, scope), orderBy: { createdAt: 'asc' }, select: { name: true, customer: { select: { name: true } } },
  })
  return organization && (organization.customer?.name ?? organization.name)
}

function decidingOrganizations(kind: ApprovalKind, { organizationId, customerId }: ApprovalScope): Prisma.OrganizationWhereInput {
  switch (deciders[kind].of) {
    case 'CUSTOMER': return customerId === null ? { id: { in: [] } } : { customer: { id: customerId } }
    case 'RESELLER': return { id: organizationId }
    case 'DESK': return { kind: 'VENDOR' }
  }
}
