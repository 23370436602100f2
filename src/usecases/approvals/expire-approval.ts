import type { SystemActor } from '../../domain/actor.js'
import { endedBy } from '../../domain/approvals/deciders.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { endApproval } from './end-approval.js'
import { loadHeldApproval } from './load-approval.js'

/** Who lets requests expire and reminds of them. */
export const approvalClock: SystemActor = { kind: 'system', name: 'approval-clock' }

/** Lets a request expire whose time has come (APPROVAL-3), if it still waits. */
export async function expireApproval(tx: Tx, deps: Deps, id: string, now: Date): Promise<void> {
  const loaded = await loadHeldApproval(tx, id)
  if (!loaded || loaded.approval.state !== 'PENDING') return
  const over = endedBy(loaded.approval, now)
  if (over) await endApproval(tx, deps, loaded, { actor: approvalClock, state: 'EXPIRED', comment: null, at: over.at, now })
}
