import { z } from 'zod'
import { readableText } from '../../message-text.js'
import { parseCaseFilters } from './case-filters.js'
import type { CaseFilters, FilterProblem } from './case-filters.js'
import { nearest } from '../nearest.js'

export const caseVerbs = ['new', 'list', 'show', 'help'] as const
export type CaseVerb = (typeof caseVerbs)[number]

export type CaseCommand =
  | { verb: 'new'; customer: string }
  | { verb: 'list'; filters: CaseFilters; typed: string }
  | { verb: 'show'; number: number }
  | { verb: 'help' }
  | { verb: 'unknown'; tried: string; nearest: CaseVerb | null }
  | { verb: 'wrong'; problem: FilterProblem | { problem: 'bad_number'; tried: string } | { problem: 'after_number'; number: string; tried: string } | { problem: 'too_long' } }

/** Case numbers are 32-bit in the stores. */
const caseNumber = z.string().regex(/^#?\d{1,10}$/).transform((digits) => Number(digits.replace('#', ''))).pipe(z.int().min(1).max(2_147_483_647))
const longest = 1000

/** Reads what stands behind `/case`. Full-width digits and signs are read like plain ones. Never throws. */
export function parseCaseCommand(text: string): CaseCommand {
  if (text.length > longest) return { verb: 'wrong', problem: { problem: 'too_long' } }
  const typed = readableText(text).normalize('NFKC').trim()
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(typed) ?? []
  const tried = first.toLowerCase()
  if (tried === '' || tried === 'help' || tried === '?') return { verb: 'help' }
  if (/^#?\d+$/.test(tried)) return show(typed)
  switch (tried) {
    case 'new':
      return { verb: 'new', customer: rest.trim() }
    case 'list': {
      const filters = parseCaseFilters(rest)
      return 'problem' in filters ? { verb: 'wrong', problem: filters } : { verb: 'list', filters, typed: rest.replace(/\s+/gu, ' ').trim() }
    }
    case 'show':
      return show(rest.trim())
    default:
      return { verb: 'unknown', tried: first, nearest: nearest(tried, caseVerbs) as CaseVerb | null }
  }
}

function show(tried: string): CaseCommand {
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(tried) ?? []
  const number = caseNumber.safeParse(first)
  if (number.success && rest !== '') return { verb: 'wrong', problem: { problem: 'after_number', number: String(number.data), tried: rest } }
  return number.success ? { verb: 'show', number: number.data } : { verb: 'wrong', problem: { problem: 'bad_number', tried: tried || 'show' } }
}
