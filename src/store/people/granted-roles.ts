import { z } from 'zod'
import { knownPrivileges } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import type { RoleValue } from '../../domain/accounts/role.js'
import type { Tx } from '../open-store.js'

/** A role with how many accounts of the organization hold it. */
export type HeldRole = RoleValue & { holders: number }

/** The roles every organization has, and the organization's own, in that order, each by name. */
export async function findRolesFor(tx: Tx, organizationId: string): Promise<HeldRole[]> {
  const rows = await tx.role.findMany({
    where: { OR: [{ organizationId: null }, { organizationId }] },
    orderBy: { name: 'asc' },
    select: {
      id: true, name: true, kind: true, privileges: { select: { privilege: true } },
      _count: { select: { accounts: { where: { account: { organizationId } } } } },
    },
  })
  const order = { PREBUILT: 0, LEGACY: 1, CUSTOM: 2 }
  return rows
    .map(({ _count, privileges, ...role }) => ({ ...role, privileges: knownPrivileges(privileges.map(({ privilege }) => privilege)), holders: _count.accounts }))
    .sort((a, b) => order[a.kind] - order[b.kind])
}

export interface RoleGrant {
  accountId: string
  roleIds: readonly string[]
  grantedBy: string
  grantedAt: Date
}

export async function grantRolesTo(tx: Tx, { accountId, roleIds, ...how }: RoleGrant): Promise<void> {
  await tx.accountRole.createMany({ data: roleIds.map((roleId) => ({ accountId, roleId, ...how })) })
}

export async function takeRolesFrom(tx: Tx, accountId: string, roleIds: readonly string[]): Promise<void> {
  await tx.accountRole.deleteMany({ where: { accountId, roleId: { in: [...roleIds] } } })
}

/** Creates a custom role, or gives the one of that id this name and exactly these privileges. */
export async function putCustomRole(tx: Tx, role: { id: string; organizationId: string; name: string; privileges: readonly Privilege[] }): Promise<void> {
  const { id, organizationId, name, privileges } = role
  await tx.role.upsert({ where: { id }, create: { id, organizationId, name, kind: 'CUSTOM' }, update: { name } })
  await tx.rolePrivilege.deleteMany({ where: { roleId: id } })
  await tx.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId: id, privilege })) })
}

export async function deleteRole(tx: Tx, id: string): Promise<void> {
  await tx.role.delete({ where: { id } })
}

/** The name of a role that was removed from the organization, as the audit trail has it; null: none was. */
export async function findRemovedRoleName(tx: Tx, organizationId: string, roleId: string): Promise<string | null> {
  const row = await tx.audit.findFirst({
    where: { subjectType: 'role', subjectId: roleId, action: 'role.removed', organizationId },
    select: { before: true },
  })
  return z.object({ name: z.string() }).safeParse(row?.before).data?.name ?? null
}
