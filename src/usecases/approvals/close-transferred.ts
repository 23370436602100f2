import { findTransferred } from '../../store/approvals/transferred-approvals.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { endApproval } from './end-approval.js'
import { approvalClock } from './expire-approval.js'
import { loadHeldApproval } from './load-approval.js'

/** Closes a request whose customer has gone to another domain (SCOPE-3), if it still waits. */
export async function closeTransferred(tx: Tx, deps: Deps, id: string, now: Date): Promise<void> {
  const loaded = await loadHeldApproval(tx, id)
  if (!loaded || (await findTransferred(tx, { id, take: 1 })).length === 0) return
  await endApproval(tx, deps, loaded, { actor: approvalClock, state: 'CLOSED', because: 'customer_transferred', comment: null, at: now, now })
}
