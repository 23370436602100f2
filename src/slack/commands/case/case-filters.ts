import type { CaseFilters } from '../../../domain/cases/case-filters.js'
import { caseStates, severities } from '../../../domain/words.js'
import type { CaseState } from '../../../domain/words.js'
import { nearest } from '../nearest.js'

export type FilterProblem =
  | { problem: 'bad_state' | 'bad_severity'; tried: string }
  | { problem: 'empty_filter'; filter: FilterName }
  | { problem: 'unknown_filter'; tried: string; nearest: FilterName | null }

type FilterName = keyof typeof filterExamples

/** What is shown to somebody who left a filter empty. */
export const filterExamples = { customer: 'customer:acme.example', state: 'state:open', severity: 'severity:P1,P2' } as const

/** What `state:` takes: the words on the cards, as they are typed without blanks. */
export const stateNames = ['open', ...caseStates.map((state) => state.toLowerCase().replaceAll('_', '-'))]

/** Reads filters and words in any order; `customer:"Acme Corp"` takes a name of several words. */
export function parseCaseFilters(text: string): CaseFilters | FilterProblem {
  const filters: CaseFilters = {}
  const words: string[] = []
  for (const [piece, name, quoted, bare] of text.matchAll(/(?:(customer|state|severity):(?:"([^"]*)"|(\S*)))|\S+/giu)) {
    if (name === undefined) {
      // `colour:red` is meant to filter; an address (`https://…`) is not, nor is a lone `Error:`.
      const [, unknown] = /^([a-z]+):(?!\/\/)./iu.exec(piece) ?? []
      if (unknown !== undefined) return { problem: 'unknown_filter', tried: unknown, nearest: nearestFilter(unknown) }
      if (piece.toLowerCase() === 'mine') filters.mine = true
      else words.push(piece)
      continue
    }
    const value = (quoted ?? bare ?? '').trim()
    const problem = readFilter(filters, name.toLowerCase() as FilterName, value)
    if (problem) return problem
  }
  if (words.length > 0) filters.words = words.join(' ')
  return filters
}

function readFilter(filters: CaseFilters, filter: FilterName, value: string): FilterProblem | null {
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

const nearestFilter = (typed: string): FilterName | null => nearest(typed.toLowerCase(), Object.keys(filterExamples)) as FilterName | null

/** However the words are held together: `in-progress`, `in_progress`, `inprogress`. */
function statesNamed(name: string): readonly CaseState[] | null {
  const wanted = name.toUpperCase().replaceAll(/[\s_-]/gu, '')
  if (wanted === 'OPEN') return caseStates.filter((state) => state !== 'CLOSED')
  const state = caseStates.find((each) => each.replaceAll('_', '') === wanted)
  return state ? [state] : null
}
