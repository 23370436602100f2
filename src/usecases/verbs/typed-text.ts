import { longestMessage, messageProblems } from '../../domain/cases/case-texts.js'
import type { FormField } from '../../domain/form-problem.js'
import { Refused } from '../../domain/refused.js'
import { confirmTexts } from '../confirm-findings.js'
import type { Confirmation } from '../confirm-findings.js'

/** Personal data that stays in a text, and why, as history and audit trail keep it: where and of what kind, never itself. */
export interface KeptFindings {
  confirmed?: { findings: { place: string; kind: string }[]; reason: string }
}

export interface TypedText {
  text: string
  kept: KeptFindings
}

/**
 * The text of a form that has to have one, without space around it. Throws `Refused`: `form` when there is none or it is
 * too long, `personal_data` until what was found in it is confirmed with a reason (CASE-2).
 */
export function readTypedText(field: FormField, typed: string, confirmation: Confirmation | undefined): TypedText {
  const text = typed.trim()
  const problems = messageProblems(field, text, longestMessage)
  if (problems.length > 0) throw new Refused({ code: 'form', problems })
  const confirmed = confirmTexts({ [field]: text }, confirmation)
  if (!confirmed) return { text, kept: {} }
  return { text, kept: { confirmed: { findings: confirmed.findings.map(({ place, kind }) => ({ place, kind })), reason: confirmed.reason } } }
}
