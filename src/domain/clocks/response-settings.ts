import { defaultTargets } from './response-targets.js'
import type { ResponseTargets } from './response-targets.js'
import { defaultHours } from './working-hours.js'
import type { WorkingHours } from './working-hours.js'

/** What a reseller domain decided about response clocks, or the defaults. */
export interface ResponseSettings {
  targets: ResponseTargets
  hours: WorkingHours
}

export const defaultSettings: ResponseSettings = { targets: defaultTargets, hours: defaultHours }

/** The settings of one reseller domain. */
export interface TargetsValue extends ResponseSettings {
  domain: string
}
