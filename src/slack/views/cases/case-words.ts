/** Names of what a case is made of, in the reader's language; marks are read along with words, never instead of them. */
import { formatLocaleOf } from '../../../locales/words.js'
import type { Say } from '../../../locales/words.js'
import type { CaseState, Severity } from '../../../domain/words.js'

const stateMarks: Record<CaseState, string> = {
  PENDING_APPROVAL: '⏳',
  NEW: '🆕',
  IN_PROGRESS: '🔧',
  ACTION_REQUIRED: '🙋',
  SOLUTION_PROVIDED: '💡',
  CLOSED: '✅',
}

const severityMarks: Record<Severity, string> = { P1: '🔴', P2: '🟠', P3: '🟡', P4: '⚪' }

export function stateWords(state: CaseState, say: Say): string {
  return `${stateMarks[state]} ${say(`cases.state_${state}`)}`
}

export function severityWords(severity: Severity, say: Say): string {
  return `${severityMarks[severity]} ${say(`cases.severity_${severity}`)}`
}

/** A size people can read: whole KB, MB with one decimal. */
export function sizeWords(bytes: number, locale: string, say: Say): string {
  const number = (value: number, digits: number): string => new Intl.NumberFormat(formatLocaleOf(locale), { maximumFractionDigits: digits }).format(value)
  if (bytes < 1024) return say('cases.bytes', { count: bytes })
  if (bytes < 1024 * 1024) return say('cases.kilobytes', { size: number(bytes / 1024, 0) })
  return say('cases.megabytes', { size: number(bytes / 1024 / 1024, 1) })
}
