import type { Tx } from '../open-store.js'

export async function rolesToImport(tx: Tx, organizationIds: string[]) {
  const rows = await tx.role.findMany({ where: { organizationId: { in: organizationIds } }, include: { privileges: true } })
  return new Map(rows.map((row) => [`${row.organizationId} ${row.name}`, row]))
}

/** Everybody of an organization, with the names of what they hold. */
export interface Staff {
  staff: { email: string; status: 'ACTIVE' | 'SUSPENDED'; roles: string[] }[]
  /** Names of the organization's own roles that carry *Administer*. */
  administering: ReadonlySet<string>
}

export async function staffOf(tx: Tx, organizationId: string): Promise<Staff> {
  const people = await tx.account.findMany({ where: { organizationId }, select: { email: true, status: true, roles: { select: { role: { select: { name: true } } } } } })
  const own = await tx.role.findMany({ where: { organizationId, privileges: { some: { privilege: 'ADMINISTER' } } }, select: { name: true } })
  return {
    staff: people.map(({ roles, ...person }) => ({ ...person, roles: roles.map(({ role }) => role.name) })),
    administering: new Set(own.map(({ name }) => name)),
  }
}

/** Ids of the roles that accounts hold, by address. */
export async function heldRoles(tx: Tx, emails: string[]): Promise<Map<string, Set<string>>> {
  if (emails.length === 0) return new Map()
  const rows = await tx.account.findMany({ where: { email: { in: emails } }, select: { email: true, roles: { select: { roleId: true } } } })
  return new Map(rows.map(({ email, roles }) => [email, new Set(roles.map(({ roleId }) => roleId))]))
}

/** A custom role with exactly these privileges. */
export async function putRole(tx: Tx, role: { id: string; organizationId: string; name: string }, privileges: readonly string[]): Promise<void> {
  await tx.role.upsert({ where: { id: role.id }, create: { ...role, kind: 'CUSTOM' }, update: {} })
  await tx.rolePrivilege.deleteMany({ where: { roleId: role.id } })
  await tx.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId: role.id, privilege })) })
}

export async function accountsToImport(tx: Tx, emails: string[]) {
  const rows = await tx.account.findMany({ where: { email: { in: emails } }, include: { roles: true, licence: true } })
  return new Map(rows.map((row) => [row.email, row]))
}

export interface AccountFields {
  name: string
  personEmail: string
  locale: string | null
  timeZone: string | null
  status: 'ACTIVE' | 'SUSPENDED'
  unitId: string | null
  alertEmail: string | null
}

export async function createAccounts(tx: Tx, rows: (AccountFields & { id: string; organizationId: string; email: string; createdAt: Date })[]): Promise<void> {
  if (rows.length > 0) await tx.account.createMany({ data: rows })
}

export async function changeAccount(tx: Tx, id: string, changes: Partial<AccountFields>): Promise<void> {
  await tx.account.update({ where: { id }, data: { ...changes, version: { increment: 1 } } })
}

export async function grantRoles(tx: Tx, grants: { accountId: string; roleId: string; grantedAt: Date }[]): Promise<void> {
  if (grants.length > 0) await tx.accountRole.createMany({ data: grants })
}

export async function takeRoles(tx: Tx, accountId: string, roleIds: string[]): Promise<void> {
  await tx.accountRole.deleteMany({ where: { accountId, roleId: { in: roleIds } } })
}

export async function assignLicences(tx: Tx, rows: { accountId: string; organizationId: string; assignedAt: Date }[]): Promise<void> {
  if (rows.length > 0) await tx.licenceAssignment.createMany({ data: rows })
}

export async function takeLicence(tx: Tx, accountId: string): Promise<void> {
  await tx.licenceAssignment.deleteMany({ where: { accountId } })
}
