import { caseStates, severities } from '../../domain/words.js'
import type { CaseState, Severity } from '../../domain/words.js'

/** What `/case list` narrows by. */
export interface CaseFilters {
  words?: string
  customer?: string
  states?: CaseState[]
  severities?: Severity[]
  mine?: boolean
}

export type FilterProblem =
  | { problem: 'bad_state' | 'bad_severity'; tried: string }
  | { problem: 'empty_filter'; filter: keyof typeof filterExamples }

/** What is shown to somebody who left a filter empty. */
export const filterExamples = { customer: 'customer:acme.example', state: 'state:open', severity: 'severity:P1,P2' } as const

/** What `state:` takes, as it is typed. */
export const stateNames = ['open', ...caseStates.map((state) => state.toLowerCase())]

/** Reads filters and words in any order; `customer:"Acme Corp"` takes a name of several words. */
export function parseCaseFilters(text: string): CaseFilters | FilterProblem {
  const filters: CaseFilters = {}
  const words: string[] = []
  for (const [piece, name, quoted, bare] of text.matchAll(/(?:(customer|state|severity):(?:"([^"]*)"|(\S*)))|\S+/giu)) {
    if (name === undefined) {
      if (piece.toLowerCase() === 'mine') filters.mine = true
      else words.push(piece)
      continue
    }
    const value = (quoted ?? bare ?? '').trim()
    const problem = readFilter(filters, name.toLowerCase() as keyof typeof filterExamples, value)
    if (problem) return problem
  }
  if (words.length > 0) filters.words = words.join(' ')
  return filters
}

function readFilter(filters: CaseFilters, filter: keyof typeof filterExamples, value: string): FilterProblem | null {
  const parts = value.split(/[,、，]/u).map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length === 0) return { problem: 'empty_filter', filter }
  if (filter === 'customer') {
    filters.customer = value
    return null
  }
  if (filter === 'state') {
    for (const part of parts) {
      const states = statesNamed(part)
      if (!states) return { problem: 'bad_state', tried: part }
      filters.states = [...new Set([...(filters.states ?? []), ...states])]
    }
    return null
  }
  for (const part of parts) {
    const severity = severities.find((each) => each === part.toUpperCase())
    if (!severity) return { problem: 'bad_severity', tried: part }
    filters.severities = [...new Set([...(filters.severities ?? []), severity])]
  }
  return null
}

function statesNamed(name: string): readonly CaseState[] | null {
  const wanted = name.toUpperCase().replaceAll('-', '_')
  if (wanted === 'OPEN') return caseStates.filter((state) => state !== 'CLOSED')
  const state = caseStates.find((each) => each === wanted)
  return state ? [state] : null
}
