import type { OrganizationKind } from '../words.js'

/** Guests act for customers and support-only partners only (ACCOUNT-5), whatever they were tied to before. */
export function mayUse(user: { isGuest: boolean }, { organization }: { organization: { kind: OrganizationKind; supportOnly: boolean } }): boolean {
  return !user.isGuest || organization.kind === 'CUSTOMER' || (organization.kind === 'RESELLER' && organization.supportOnly)
}
