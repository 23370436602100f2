import type { OrganizationKind } from './words.js'

/**
 * Privileges and the roles every organization has (SCOPE-2).
 * Source: the help pages on reseller roles; custom roles are made from `privileges`.
 */
export const privileges = [
  'VIEW_CUSTOMERS',
  'ACCESS_SUPPORT_CASES',
  'DECIDE_REQUESTS',
  'SUPPORT',
  'MANAGE_SUPPORT_PARTNERS',
  'VERIFY_RELATIONS',
  'ADMINISTER',
  'ANSWER_CASES',
] as const
export type Privilege = (typeof privileges)[number]

/** Role id, name as Google writes it, and what it carries. */
export const prebuiltRoles = [
  { id: 'super-admin', name: 'Super Admin', kind: 'PREBUILT', privileges: ['ADMINISTER', 'SUPPORT'] },
  { id: 'reseller-admin', name: 'Reseller Admin', kind: 'PREBUILT', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'SUPPORT', 'VERIFY_RELATIONS'] },
  { id: 'support-manager', name: 'Support Manager', kind: 'PREBUILT', privileges: ['MANAGE_SUPPORT_PARTNERS'] },
  { id: 'desk-agent', name: 'Desk Agent', kind: 'PREBUILT', privileges: ['ANSWER_CASES'] },
  { id: 'legacy-enterprise-support', name: 'Legacy Enterprise Support', kind: 'LEGACY', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] },
  { id: 'legacy-resold-enterprise-support', name: 'Legacy Resold Enterprise Support', kind: 'LEGACY', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] },
] as const satisfies readonly { id: string; name: string; kind: 'PREBUILT' | 'LEGACY'; privileges: readonly Privilege[] }[]

/** The privileges of a row; what another version wrote is no privilege. */
export function knownPrivileges(held: Iterable<string>): Privilege[] {
  const names = new Set(held)
  return privileges.filter((privilege) => names.has(privilege))
}

/** What a reseller account needs to see or touch cases (SCOPE-2). */
export const casePrivileges = ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] as const satisfies readonly Privilege[]

/** Which of `needed` the holder lacks, in the order they were asked for. */
export function missingPrivileges(held: ReadonlySet<Privilege>, needed: readonly Privilege[]): Privilege[] {
  return needed.filter((privilege) => !held.has(privilege))
}

/** What an account needs to see cases, by the kind of its organization (SCOPE-2, SCOPE-4, SCOPE-6). */
export const neededForCases: Record<OrganizationKind, readonly Privilege[]> = {
  RESELLER: casePrivileges,
  CUSTOMER: ['SUPPORT'],
  VENDOR: ['ANSWER_CASES'],
}

/** What the holder lacks to see cases; guards them, and explains who lacks portal access. */
export function missingForCases(held: ReadonlySet<Privilege>, kind: OrganizationKind): Privilege[] {
  return missingPrivileges(held, neededForCases[kind])
}
