import { createHash } from 'node:crypto'
import { findPersonalData } from '../domain/personal-data.js'
import type { Finding } from '../domain/personal-data.js'
import { Refused } from '../domain/refused.js'

/** Personal data may stay, for this reason. `digest` is that of the findings that were shown. */
export interface Confirmation {
  reason: string
  digest: string
}

export interface Confirmed {
  findings: Finding[]
  reason: string
}

const longestReason = 3000

/**
 * Null when nothing was found. Throws `Refused` `personal_data` until the very same findings are confirmed, and `fields`
 * when that has no reason, or too long a one (CASE-2).
 */
export function confirmFindings(findings: Finding[], confirmation: Confirmation | undefined): Confirmed | null {
  if (findings.length === 0) return null
  const digest = digestOf(findings)
  if (confirmation?.digest !== digest) throw new Refused({ code: 'personal_data', findings, digest })
  const reason = confirmation.reason.trim()
  if (reason === '') throw new Refused({ code: 'fields', problems: [{ field: 'reason', problem: 'required' }] })
  const { length } = reason
  if (length > longestReason) throw new Refused({ code: 'fields', problems: [{ field: 'reason', problem: 'too_long', max: longestReason, length }] })
  return { findings, reason }
}

/** The same for texts of a form, each with the field it stands in. */
export function confirmTexts(texts: Readonly<Record<string, string>>, confirmation: Confirmation | undefined): Confirmed | null {
  return confirmFindings(Object.entries(texts).flatMap(([place, text]) => findPersonalData(text, place)), confirmation)
}

/** What of findings is shown: what is not among it cannot have been confirmed. */
function digestOf(findings: readonly Finding[]): string {
  const shown = findings.map(({ place, kind, excerpt }) => [place, kind, excerpt])
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32)
}
