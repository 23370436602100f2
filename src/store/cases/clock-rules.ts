import type { ClockRule } from '../../domain/cases/response-clock.js'
import type { HeldCase } from './held-case.js'
import type { Tx } from '../open-store.js'

/** By what the case's clock counts: the settings of the domain whose case it is, or the defaults. */
export function clockRuleOf(tx: Tx, held: Pick<HeldCase, 'kind' | 'filedByOrgId' | 'managedAtFilingId' | 'tier' | 'severity' | 'timeZone'>): Promise<ClockRule> {
  throw new Error(`not built yet: ${typeof tx} ${held.tier}`)
}
