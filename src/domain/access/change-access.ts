/** Rules of the changes of access (ACCESS-1, ACCESS-2). `held` is the subscription that is meant, null the switch. */
import { grantState, switchState } from './access.js'
import type { HeldSubscription, LedgerEntry } from './access.js'
import type { AccessRefusal, AccessSubject } from './access-refusal.js'

export interface ChangeFacts {
  customer: string
  held: HeldSubscription | null
  ledger: readonly LedgerEntry[]
  now: Date
}

export function subjectOf(held: Pick<HeldSubscription, 'skuName'> | null): AccessSubject {
  return held ? { what: 'subscription', skuName: held.skuName } : { what: 'switch' }
}

/** When what was granted or turned on works at the latest; null when it works now, or was not. */
export function pendingUntil({ held, ledger, now }: Omit<ChangeFacts, 'customer'>): Date | null {
  const state = held ? grantState(held.id, ledger) : switchState(ledger)
  return 'from' in state && now < state.from ? state.from : null
}

/** Why the switch cannot be turned on, or the subscription granted; null when it can: the reseller agrees first. */
export function grantBlockedBy(facts: ChangeFacts): AccessRefusal | null {
  const { customer, held, ledger } = facts
  const already = { code: 'already_granted', customer, subject: subjectOf(held), pendingUntil: pendingUntil(facts) } as const
  if (!held) return switchState(ledger).on ? already : null
  const { id, skuName, seller } = held
  if (seller === 'RESELLER') return { code: 'no_grant_needed', customer, skuName }
  const { step } = grantState(id, ledger)
  if (step === 'consent_missing') return { code: 'consent_first', customer, block: { reason: 'consent_missing', skuName } }
  return step === 'granted' ? already : null
}

/** Why the switch cannot be turned off, or the grant withdrawn; null when it can. */
export function revokeBlockedBy({ customer, held, ledger }: ChangeFacts): AccessRefusal | null {
  const nothing = { code: 'nothing_to_revoke', customer, subject: subjectOf(held) } as const
  if (!held) return switchState(ledger).on ? null : nothing
  if (held.seller === 'RESELLER') return { code: 'no_grant_needed', customer, skuName: held.skuName }
  return grantState(held.id, ledger).step === 'granted' ? null : nothing
}

/** Why the reseller's consent cannot be withdrawn; null when it can. The grant is void then too. */
export function withdrawConsentBlockedBy({ customer, held, ledger }: ChangeFacts & { held: HeldSubscription }): AccessRefusal | null {
  if (held.seller === 'RESELLER') return { code: 'no_grant_needed', customer, skuName: held.skuName }
  return grantState(held.id, ledger).step === 'consent_missing' ? { code: 'nothing_to_revoke', customer, subject: subjectOf(held) } : null
}
