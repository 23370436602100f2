/** The JSON columns of a policy that say how soon the desk is to answer. */
import { z } from 'zod'
import { defaultSettings } from '../../domain/clocks/response-settings.js'
import type { ResponseSettings } from '../../domain/clocks/response-settings.js'
import { defaultTargets } from '../../domain/clocks/response-targets.js'
import { defaultHours } from '../../domain/clocks/working-hours.js'
import { sameJson } from '../../domain/same-json.js'
import { jsonOrNull } from '../directory/organizations.js'
import type { Tx } from '../open-store.js'

const setting = z.object({ minutes: z.int().min(1).max(43_200), aroundTheClock: z.boolean() })
const bySeverity = z.object({ P1: setting, P2: setting, P3: setting, P4: setting })
const targetsSchema = z.object({ STANDARD: bySeverity, ENHANCED: bySeverity, PREMIUM: bySeverity })

const hoursSchema = z.object({
  days: z.array(z.int().min(1).max(7)).min(1),
  from: z.int().min(0),
  to: z.int().max(1440),
  timeZone: z.string().nullable(),
}).refine(({ from, to }) => from < to)

export const responseSettingsSelect = { responseTargets: true, workingHours: true } as const

/** Null for a domain that decided nothing at all. */
export function readResponseSettings(policy: { responseTargets: unknown; workingHours: unknown } | null | undefined): ResponseSettings {
  if (!policy) return defaultSettings
  return {
    targets: policy.responseTargets === null ? defaultTargets : targetsSchema.parse(policy.responseTargets),
    hours: policy.workingHours === null ? defaultHours : hoursSchema.parse(policy.workingHours),
  }
}

export async function findResponseSettings(tx: Tx, organizationId: string): Promise<ResponseSettings> {
  return readResponseSettings(await tx.resellerPolicy.findUnique({ where: { organizationId }, select: responseSettingsSelect }))
}

/** What is as the defaults are is kept as nothing. */
export async function putResponseSettings(tx: Tx, organizationId: string, { targets, hours }: ResponseSettings): Promise<void> {
  const decided = {
    responseTargets: jsonOrNull(sameJson(targets, defaultTargets) ? null : targets),
    workingHours: jsonOrNull(sameJson(hours, defaultHours) ? null : hours),
  }
  await tx.resellerPolicy.upsert({ where: { organizationId }, create: { organizationId, ...decided }, update: decided })
}
