import { addHours } from 'date-fns'
import { grantState, grantTakesHours, switchState } from '../../domain/access/access.js'
import type { LedgerEntry } from '../../domain/access/access.js'
import type { AccountActor } from '../../domain/actor.js'
import type { AccessBasis, AccessChange } from '../../domain/words.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addLedgerRow } from '../../store/customers/access-ledger.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Deps } from '../deps.js'

export interface AccessChangeRow {
  change: AccessChange
  /** Null for the switch. */
  subscriptionId: string | null
}

export interface SaveAccessChanges {
  customer: { id: number; ledger: readonly LedgerEntry[] }
  resellerId: string
  changes: readonly AccessChangeRow[]
  basis: AccessBasis
  /** On whose word, where that is not the actor. */
  by?: { id: string; name: string }
  evidence?: string
  approvalId?: string
  now: Date
}

/** What a change of each kind is called in the audit trail. */
const actions: Record<AccessChange, string> = {
  SWITCH_ON: 'access.switched_on', SWITCH_OFF: 'access.switched_off', CONSENT: 'access.consented', CONSENT_WITHDRAWN: 'access.consent_withdrawn',
  GRANT: 'access.granted', GRANT_CONFIRMED: 'access.confirmed', GRANT_WITHDRAWN: 'access.grant_withdrawn',
}

/**
 * Writes ledger rows with their audit rows, and has the customer's cards drawn anew (ACCESS-5): now, and once more when
 * what is pending works by itself. Whether the changes may be made was decided before, under the customer's lock.
 */
export async function saveAccessChanges(tx: Tx, deps: Deps, actor: AccountActor, save: SaveAccessChanges): Promise<void> {
  const { customer, resellerId, changes, basis, by, evidence = null, approvalId = null, now } = save
  const { id: actorId, name: actorName } = by ?? { id: actor.accountId, name: actor.name }
  const ledger = [...customer.ledger]
  let latest = 0
  for (const { change, subscriptionId } of changes) {
    const before = stateOf(ledger, subscriptionId)
    const row = { change, subscriptionId, at: now, effectiveAt: effectiveAtOf(change, now), actorId, actorName, basis }
    latest = await addLedgerRow(tx, { ...row, customerId: customer.id, resellerId, evidence, approvalId })
    ledger.push(row)
    const after = { state: stateOf(ledger, subscriptionId), entryId: latest, effectiveAt: row.effectiveAt, basis, ...(approvalId !== null && { approvalId }), ...(evidence !== null && { evidence }) }
    await writeAudit(tx, {
      at: now, actor, action: actions[change], subjectType: 'customer', subjectId: customer.id,
      before: { resellerId, subscriptionId, state: before }, after: { resellerId, subscriptionId, ...after },
    })
  }
  const message = { kind: 'customer_cards', customerId: customer.id } as const
  await enqueue(tx, { message, dedupeKey: `customer-cards:${latest}`, now, uid: deps.newId() })
  const works = ledger.slice(customer.ledger.length).map((row) => row.effectiveAt).find((at) => at > now)
  // In a lane of its own: what waits for a day does not hold up what comes meanwhile.
  if (works) await enqueue(tx, { message, lane: `customer:${customer.id}:works`, dedupeKey: `customer-cards:${latest}:works`, runAt: works, now, uid: deps.newId() })
}

/** Granting and turning on may take a day (ACCESS-3); all else counts at once. */
export function effectiveAtOf(change: AccessChange, now: Date): Date {
  return change === 'GRANT' || change === 'SWITCH_ON' ? addHours(now, grantTakesHours) : now
}

function stateOf(ledger: readonly LedgerEntry[], subscriptionId: string | null): string {
  if (subscriptionId !== null) return grantState(subscriptionId, ledger).step
  return switchState(ledger).on ? 'on' : 'off'
}
