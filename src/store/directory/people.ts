import type { Tx } from '../open-store.js'

export async function rolesToImport(tx: Tx, organizationIds: string[]) {
  const rows = await tx.role.findMany({ where: { organizationId: { in: organizationIds } }, include: { privileges: true } })
  return new Map(rows.map((row) => [`${row.organizationId} ${row.name}`, row]))
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
