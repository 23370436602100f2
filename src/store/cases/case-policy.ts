import type { CaseKind } from '../../domain/words.js'

interface Owned<P> {
  kind: CaseKind
  filedByOrg: { policy: P | null }
  managedAtFiling: { policy: P | null } | null
}

/** What the domain whose case it is decided: the filing one, or the managing one for what the customer filed itself; null: nothing. */
export function policyOf<P>({ kind, filedByOrg, managedAtFiling }: Owned<P>): P | null {
  return (kind === 'DELEGATED' ? filedByOrg.policy : managedAtFiling?.policy) ?? null
}

/** Of a domain that decided nothing. */
const usualWindowDays = 30

/** How long after its last closing the case may be reopened (CASE-6). */
export function windowDaysOf(row: Owned<{ reopenWindowDays: number }>): number {
  return policyOf(row)?.reopenWindowDays ?? usualWindowDays
}
