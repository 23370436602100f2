import { defaultSettings } from '../../domain/clocks/response-settings.js'
import type { ClockRule } from '../../domain/clocks/response-clock.js'
import type { CaseKind } from '../../domain/words.js'
import type { HeldCase } from '../cases/held-case.js'
import type { Tx } from '../open-store.js'
import { findResponseSettings } from './response-settings.js'

/** By what the case's clock counts: the settings of the domain whose case it is, or the defaults. */
export async function clockRuleOf(
  tx: Tx, { tier, severity, timeZone, ...kase }: Pick<HeldCase, 'kind' | 'filedByOrgId' | 'managedAtFilingId' | 'tier' | 'severity' | 'timeZone'>,
): Promise<ClockRule> {
  const domain = domainOf(kase)
  return { tier, severity, timeZone, ...(domain === null ? defaultSettings : await findResponseSettings(tx, domain)) }
}

/** Whose settings a case follows: the domain that filed it, or managed the customer that filed it itself. */
export function domainOf({ kind, filedByOrgId, managedAtFilingId }: { kind: CaseKind; filedByOrgId: string; managedAtFilingId: string | null }): string | null {
  return kind === 'DELEGATED' ? filedByOrgId : managedAtFilingId
}
