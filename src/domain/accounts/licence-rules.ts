import type { FormProblem } from '../form-problem.js'
import type { AccountRefusal } from './account-refusal.js'
import type { LicenceState } from './licence-state.js'
import type { UnitValue } from './managed-account.js'
import { numberProblems } from './policy-problems.js'

/** How many licences come with the free subscription (ACCOUNT-2). */
export const freeLicences = 50
export const mostRequested = 500
export const maxReason = 1000

interface Holding {
  licence: boolean
  unit: UnitValue | null
}

/** Why no licence can be taken from the pool; null when one can. Who holds one already takes none. */
export function licenceBlockedBy(wanted: boolean, held: boolean, pool: LicenceState): AccountRefusal | null {
  if (!wanted || held) return null
  if (!pool.ordered) return { code: 'licences_not_ordered', domain: pool.domain }
  return pool.left === 0 ? { code: 'no_licence_left', domain: pool.domain, total: pool.total } : null
}

/**
 * The warning before an account holds a free licence in a unit where Google's automatic licensing adds another; null when
 * it does not, or did so before. An account without a unit is in the root.
 */
export function twoLicences(before: Holding, after: Holding, units: readonly UnitValue[]): AccountRefusal | null {
  const unitOf = ({ unit }: Holding) => unit ?? units.find(({ path }) => path === '/') ?? null
  const doubled = (holding: Holding) => holding.licence && (unitOf(holding)?.automaticLicensing ?? false)
  return doubled(after) && !doubled(before) ? { code: 'two_licences', unit: unitOf(after)!.path } : null
}

/** What is wrong with a request for more; the reason is without spaces around it. */
export function licenceRequestProblems({ count, reason }: { count: number; reason: string }): FormProblem[] {
  const { length } = [...reason]
  return [
    ...numberProblems('count', count, { min: 1, max: mostRequested }),
    ...(length === 0 ? [{ field: 'reason', problem: 'required' } as const] : []),
    ...(length > maxReason ? [{ field: 'reason', problem: 'too_long', max: maxReason, length } as const] : []),
  ]
}
