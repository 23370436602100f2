import type { prebuiltRoles } from '../../domain/privileges.js'
import type { Tx } from '../open-store.js'

export type PrebuiltRoleId = (typeof prebuiltRoles)[number]['id']

/** Grants a role every organization has, which the start has installed. Granting it again changes nothing. */
export async function grantPrebuiltRole(tx: Tx, accountId: string, roleId: PrebuiltRoleId, now: Date): Promise<void> {
  await tx.accountRole.upsert({
    where: { accountId_roleId: { accountId, roleId } },
    create: { accountId, roleId, grantedAt: now },
    update: { roleId },
  })
}
