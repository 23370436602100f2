/** How soon the desk is to answer, by tier and severity. */
import type { Severity, SupportTier } from '../words.js'

export interface ResponseTargetSetting {
  /** 1 to 43,200. */
  minutes: number
  /** Counted day and night, or in working hours only. */
  aroundTheClock: boolean
}

export type ResponseTargets = Readonly<Record<SupportTier, Readonly<Record<Severity, ResponseTargetSetting>>>>
