/** What is on its way and may be confirmed with *It works now* (ACCESS-3). */
import { grantState, switchState } from './access.js'
import type { HeldSubscription, LedgerEntry } from './access.js'
import type { AccessRefusal, AccessSubject } from './access-refusal.js'

export interface PendingAccess {
  subject: AccessSubject
  /** Null for the switch. */
  subscriptionId: string | null
  /** The row that made it pending. */
  entry: LedgerEntry
  until: Date
}

/** The switch, then the grants by name; nothing while the switch is off, as nothing can work then, nor what has ended. */
export function pendingAccess(subscriptions: readonly HeldSubscription[], ledger: readonly LedgerEntry[], now: Date): PendingAccess[] {
  const turned = switchState(ledger)
  if (!turned.on) return []
  const pending: PendingAccess[] = []
  if (turned.since && now < turned.from) pending.push({ subject: { what: 'switch' }, subscriptionId: null, entry: turned.entry, until: turned.from })
  for (const { id, skuName, seller, status } of subscriptions) {
    const grant = grantState(id, ledger)
    if (seller !== 'GOOGLE' || status !== 'ACTIVE' || grant.step !== 'granted' || now >= grant.from) continue
    pending.push({ subject: { what: 'subscription', skuName }, subscriptionId: id, entry: grant.entry, until: grant.from })
  }
  return pending
}

/** Whether the person recorded it on the customer's behalf, by any of the own accounts, and so does not confirm it. */
export function isOwnRecord({ entry }: PendingAccess, ownIds: readonly string[]): boolean {
  return entry.basis === 'MANAGER_RECORD' && ownIds.some((id) => id === entry.actorId)
}

/** Why the person of these accounts confirms nothing of what is pending; null when it may confirm some of it. */
export function confirmBlockedBy(pending: readonly PendingAccess[], ownIds: readonly string[], customer: string): AccessRefusal | null {
  if (pending.length === 0) return { code: 'nothing_pending', customer }
  return pending.every((each) => isOwnRecord(each, ownIds)) ? { code: 'confirm_own_record', customer } : null
}
