import { kindsDecidedBy } from '../../domain/approvals/deciders.js'
import { countWaitingFor } from '../../store/approvals/approval-lists.js'
import type { Tx } from '../../store/open-store.js'
import { findAccount } from '../../store/people/accounts.js'

/** How many requests wait for the account: as many as `/approvals` lists. */
export async function countWaiting(tx: Tx, accountId: string): Promise<number> {
  const { organization, privileges } = await findAccount(tx, accountId)
  return countWaitingFor(tx, accountId, kindsDecidedBy({ organizationKind: organization.kind, privileges }))
}
