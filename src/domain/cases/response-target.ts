/** When the first answer to a case is due: a target, never a promise. */
import { addMinutes } from 'date-fns'
import type { Severity, SupportTier } from '../words.js'

export type ResponseMinutes = Readonly<Record<SupportTier, Readonly<Record<Severity, number>>>>

/** Google's target initial responses for Workspace by tier, in minutes; a default, settings may say otherwise. */
export const defaultResponseMinutes: ResponseMinutes = {
  STANDARD: { P1: 240, P2: 480, P3: 1440, P4: 1440 },
  ENHANCED: { P1: 60, P2: 240, P3: 480, P4: 480 },
  PREMIUM: { P1: 15, P2: 120, P3: 240, P4: 480 },
}

/** The clock starts when the desk can see the case: at filing, or at the approval that released it. */
export function responseTarget(tier: SupportTier, severity: Severity, filedAt: Date, minutes: ResponseMinutes = defaultResponseMinutes): Date {
  return addMinutes(filedAt, minutes[tier][severity])
}
