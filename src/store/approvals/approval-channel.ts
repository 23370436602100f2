import type { Tx } from '../open-store.js'

/** Where the domain's managers see what they are asked (`/portal policy`); null: nowhere (SCOPE-1). */
export async function findApprovalChannel(tx: Tx, organizationId: string): Promise<string | null> {
  const policy = await tx.resellerPolicy.findUnique({ where: { organizationId }, select: { approvalChannel: true } })
  return policy?.approvalChannel ?? null
}
