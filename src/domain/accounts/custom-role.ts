import type { FormProblem } from '../form-problem.js'
import { prebuiltRoles } from '../privileges.js'
import type { Privilege } from '../privileges.js'
import type { OrganizationKind } from '../words.js'
import type { RoleName } from './role.js'

const choosable: Record<OrganizationKind, readonly Privilege[]> = {
  RESELLER: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'SUPPORT', 'VERIFY_RELATIONS', 'ADMINISTER'],
  CUSTOMER: ['SUPPORT', 'MANAGE_SUPPORT_PARTNERS', 'ADMINISTER'],
  VENDOR: ['ANSWER_CASES', 'ADMINISTER'],
}

/** What a custom role of an organization may be made from (SCOPE-2). */
export function choosablePrivileges(kind: OrganizationKind): Privilege[] {
  return [...choosable[kind]]
}

/** What is ticked beforehand in a new custom role; it can be taken out (SCOPE-2). */
export function pretickedPrivileges(kind: OrganizationKind): Privilege[] {
  return choosable[kind].filter((privilege) => privilege === 'SUPPORT')
}

export const maxRoleName = 60

/** What is wrong with a custom role. `others` are the names of the organization's other custom roles. */
export function customRoleProblems(role: { name: string; privileges: readonly Privilege[] }, kind: OrganizationKind, others: readonly string[]): FormProblem[] {
  return [...nameProblems(role.name, others), ...privilegeProblems(role.privileges, kind)]
}

function nameProblems(name: string, others: readonly string[]): FormProblem[] {
  const length = [...name].length
  if (length === 0) return [{ field: 'roleName', problem: 'required' }]
  if (length > maxRoleName) return [{ field: 'roleName', problem: 'too_long', max: maxRoleName, length }]
  const taken = [...prebuiltRoles.flatMap((role) => [role.name, role.id]), ...others].some((other) => sameName(other, name))
  return taken ? [{ field: 'roleName', problem: 'taken' }] : []
}

function privilegeProblems(privileges: readonly Privilege[], kind: OrganizationKind): FormProblem[] {
  if (privileges.length === 0) return [{ field: 'privileges', problem: 'required' }]
  return privileges.every((privilege) => choosable[kind].includes(privilege)) ? [] : [{ field: 'privileges', problem: 'unknown' }]
}

/** Case and width of letters tell no two roles apart. */
function sameName(a: string, b: string): boolean {
  return a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()
}

const prebuiltOf: Record<OrganizationKind, readonly (typeof prebuiltRoles)[number]['id'][]> = {
  RESELLER: ['super-admin', 'reseller-admin'],
  CUSTOMER: ['super-admin', 'support-manager'],
  VENDOR: ['super-admin', 'desk-agent'],
}

/**
 * Those of an organization's roles that may be granted to an account which holds `held`: the prebuilt ones of its kind,
 * its own, and whatever the account holds already; legacy roles exist nowhere else (SCOPE-2).
 */
export function grantableRoles<R extends RoleName>(roles: readonly R[], kind: OrganizationKind, held: ReadonlySet<string>): R[] {
  return roles.filter((role) => held.has(role.id) || role.kind === 'CUSTOM' || isPrebuiltOf(kind, role.id))
}

function isPrebuiltOf(kind: OrganizationKind, id: string): boolean {
  return prebuiltOf[kind].some((each) => each === id)
}
