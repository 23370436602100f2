/** How soon the desk is to answer, by tier and severity. */
import type { Severity, SupportTier } from '../words.js'

export interface ResponseTargetSetting {
  /** 1 to 43,200. */
  minutes: number
  /** Counted day and night, or in working hours only. */
  aroundTheClock: boolean
}

export type ResponseTargets = Readonly<Record<SupportTier, Readonly<Record<Severity, ResponseTargetSetting>>>>

/** What a form calls one of them. */
export type TargetField = `target_${SupportTier}_${Severity}`

const always = (minutes: number): ResponseTargetSetting => ({ minutes, aroundTheClock: true })
const working = (hours: number): ResponseTargetSetting => ({ minutes: hours * 60, aroundTheClock: false })

/** Google's target initial responses for Workspace, of a domain that decided nothing. */
export const defaultTargets: ResponseTargets = {
  STANDARD: { P1: always(240), P2: working(8), P3: working(24), P4: working(24) },
  ENHANCED: { P1: always(60), P2: always(240), P3: working(8), P4: working(8) },
  PREMIUM: { P1: always(15), P2: always(120), P3: always(240), P4: working(8) },
}
