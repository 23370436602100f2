/** What people type into the settings of response clocks, and how it is shown there. */
import type { FormProblem } from '../form-problem.js'
import { isTimeZone } from '../time-zones.js'
import { severities, supportTiers } from '../words.js'
import type { Severity, SupportTier } from '../words.js'
import type { ResponseSettings } from './response-settings.js'
import type { ResponseTargetSetting, ResponseTargets, TargetField } from './response-targets.js'

/** As it stands in the form. */
export interface TypedSettings {
  targets: Record<TargetField, string>
  /** ISO days of the week. */
  days: readonly number[]
  from: string
  to: string
  /** IANA; null: the case's own. */
  timeZone: string | null
}

/** 30 days. */
export const longestTarget = 43_200
/** Minutes; with less a day, a target of hours would be years away. */
const shortestDay = 60

export const targetFields: readonly TargetField[] = supportTiers.flatMap((tier) => severities.map((severity) => targetField(tier, severity)))

export function targetField(tier: SupportTier, severity: Severity): TargetField {
  return `target_${tier}_${severity}`
}

/** `15m`, `4h`, `1h 30m`, `8h working`; in Japanese too. Null for what is none, or out of bounds. */
export function parseTarget(text: string): ResponseTargetSetting | null {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const match = /^(?:(\d{1,5}) ?(?:h|hours?|時間))? ?(?:(\d{1,5}) ?(?:m|min|minutes?|分))?(?:,? ?(working|working hours|営業時間|24x7))?$/u.exec(typed)
  const [, hours = '0', minutes = '0', how] = match ?? []
  const all = Number(hours) * 60 + Number(minutes)
  return match && all >= 1 && all <= longestTarget ? { minutes: all, aroundTheClock: how === undefined || how === '24x7' } : null
}

/** What `parseTarget` reads: the same in all languages. */
export function targetText({ minutes: all, aroundTheClock }: ResponseTargetSetting): string {
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  return [hours > 0 && `${hours}h`, minutes > 0 && `${minutes}m`, !aroundTheClock && 'working'].filter((part) => part !== false).join(' ')
}

/** Minutes since midnight of `9:00` or `24:00`; null for what is no time of a day. */
export function parseTimeOfDay(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text.normalize('NFKC').trim()) ?? []
  const all = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && all <= 1440 ? all : null
}

export function timeOfDayText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The settings as they stand in the form. */
export function typedOf({ targets, hours }: ResponseSettings): TypedSettings {
  const texts = supportTiers.flatMap((tier) => severities.map((severity) => [targetField(tier, severity), targetText(targets[tier][severity])] as const))
  return {
    targets: Object.fromEntries(texts) as Record<TargetField, string>,
    days: hours.days, from: timeOfDayText(hours.from), to: timeOfDayText(hours.to), timeZone: hours.timeZone,
  }
}

/** The settings that were typed, or everything that is wrong with them, in the form's order. */
export function readTyped(typed: TypedSettings): { settings: ResponseSettings } | { problems: FormProblem[] } {
  const problems: FormProblem[] = []
  const bySeverity = (tier: SupportTier): ResponseTargets[SupportTier] => {
    const setting = (severity: Severity): ResponseTargetSetting => {
      const field = targetField(tier, severity)
      const read = parseTarget(typed.targets[field])
      if (!read) problems.push({ field, problem: 'not_a_duration' })
      return read ?? { minutes: 0, aroundTheClock: true }
    }
    return { P1: setting('P1'), P2: setting('P2'), P3: setting('P3'), P4: setting('P4') }
  }
  const targets = { STANDARD: bySeverity('STANDARD'), ENHANCED: bySeverity('ENHANCED'), PREMIUM: bySeverity('PREMIUM') }
  const days = [...new Set(typed.days)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b)
  if (days.length === 0) problems.push({ field: 'workingDays', problem: 'required' })
  const [from, to] = [parseTimeOfDay(typed.from), parseTimeOfDay(typed.to)]
  if (from === null) problems.push({ field: 'worksFrom', problem: 'not_a_time' })
  if (to === null) problems.push({ field: 'worksTo', problem: 'not_a_time' })
  if (from !== null && to !== null && to - from < shortestDay) problems.push({ field: 'worksTo', problem: 'day_too_short' })
  if (typed.timeZone !== null && !isTimeZone(typed.timeZone)) problems.push({ field: 'workZone', problem: 'unknown' })
  if (problems.length > 0 || from === null || to === null) return { problems }
  return { settings: { targets, hours: { days, from, to, timeZone: typed.timeZone } } }
}
