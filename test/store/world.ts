import type { AccountActor } from '../../src/domain/actor.js'
import type { Privilege } from '../../src/domain/privileges.js'
import type { CaseKind, CaseState, OrganizationKind, PartnerState } from '../../src/domain/words.js'
import type { Store, Tx } from '../../src/store/open-store.js'

export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 1, 0, minutes))

export const products = ['google-workspace', 'cloud-identity'] as const

export function accountOf(organizationId: string, organizationKind: OrganizationKind, privileges: readonly Privilege[], supportOnly = false): AccountActor {
  return {
    kind: 'account', accountId: `account-${organizationId}`, name: organizationId, organizationId, organizationKind,
    domain: `${organizationId}.example`, supportOnly, privileges: new Set(privileges), locale: 'en-GB', timeZone: 'UTC',
    slack: { teamId: 'T1', userId: 'U1' }, domains: [`${organizationId}.example`],
  }
}

export const resellerOf = (organizationId: string): AccountActor => accountOf(organizationId, 'RESELLER', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'])

/** Products, a category of each, and the organizations named; customers get their customer row with their id's number. */
export async function addOrganizations(tx: Tx, organizations: readonly { id: string; kind: OrganizationKind; supportOnly?: boolean }[]): Promise<void> {
  await tx.product.createMany({ data: products.map((id, position) => ({ id, name: id, position })) })
  await tx.category.createMany({ data: products.map((productId) => ({ id: `cat-${productId}`, productId, names: { en: 'Other' }, keywords: [], position: 1 })) })
  await tx.organization.createMany({
    data: organizations.map(({ id, kind, supportOnly = false }) => ({ id, kind, supportOnly, name: id, primaryDomain: `${id}.example`, createdAt: at(0) })),
  })
}

export interface CustomerSpec {
  id: number
  organizationId: string
  resellerId: string | null
  name?: string
  externalId?: string
}

export async function addCustomer(tx: Tx, { id, organizationId, resellerId, name = organizationId, externalId }: CustomerSpec): Promise<void> {
  await tx.customer.create({
    data: {
      id, organizationId, resellerId, name, domain: `${organizationId}.example`, supportTier: 'STANDARD', createdAt: at(0), updatedAt: at(0),
      ...(externalId !== undefined && { externalId }),
    },
  })
}

export async function addRelation(tx: Tx, relation: { id: string; customerId: number; partnerId: string; productId: string; state: PartnerState }): Promise<void> {
  await tx.partnerRelation.create({ data: { ...relation, portal: 'CUSTOMER_CARE_PORTAL', assignedAt: at(0) } })
}

export interface CaseSpec {
  number?: number
  kind?: CaseKind
  customerId: number
  filedByOrgId: string
  managedAtFilingId: string | null
  productId?: string
  categoryId?: string
  state?: CaseState
  title?: string
  answer?: string
  portalNumber?: string
  updatedAt?: Date
}

export async function addCase(tx: Tx, { productId = 'google-workspace', categoryId = `cat-${productId}`, kind = 'DELEGATED', state = 'NEW', title = 'A title', answer, updatedAt = at(0), ...spec }: CaseSpec): Promise<number> {
  const { number } = await tx.case.create({
    data: {
      ...spec, kind, productId, categoryId, state, title, filedByName: 'Somebody', severity: 'P3', language: 'en', timeZone: 'UTC',
      answers: answer === undefined ? [] : [{ questionId: 'q', label: 'What happens?', answer }], filedAt: at(0), updatedAt,
    },
    select: { number: true },
  })
  return number
}

/** Two reseller domains with a customer each, and the desk. */
export async function addTwoDomains(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await addOrganizations(tx, [
      { id: 'hikari', kind: 'RESELLER' }, { id: 'boreal', kind: 'RESELLER' }, { id: 'desk', kind: 'VENDOR' },
      { id: 'acme', kind: 'CUSTOMER' }, { id: 'hooli', kind: 'CUSTOMER' },
    ])
    await addCustomer(tx, { id: 1, organizationId: 'acme', resellerId: 'hikari' })
    await addCustomer(tx, { id: 2, organizationId: 'hooli', resellerId: 'boreal' })
  })
}
