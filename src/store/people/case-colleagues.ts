import type { AccountActor } from '../../domain/actor.js'
import { neededForCases } from '../../domain/privileges.js'
import type { Tx } from '../open-store.js'

/** The other active accounts of the actor's organization that may see cases, by name. */
export async function findCaseColleagues(tx: Tx, actor: Pick<AccountActor, 'accountId' | 'organizationId' | 'organizationKind'>): Promise<{ id: string; name: string }[]> {
  const needed = neededForCases[actor.organizationKind]
  return tx.account.findMany({
    where: {
      organizationId: actor.organizationId, status: 'ACTIVE', id: { not: actor.accountId },
      AND: needed.map((privilege) => ({ roles: { some: { role: { privileges: { some: { privilege } } } } } })),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
