import { z } from 'zod'
import type { CaseFilters } from '../../../domain/cases/case-filters.js'
import { severities } from '../../../domain/words.js'
import type { Severity } from '../../../domain/words.js'
import { readableText } from '../../message-text.js'
import { limits } from '../../views/limits.js'
import { parseCaseFilters } from './case-filters.js'
import type { FilterProblem } from './case-filters.js'
import { nearest } from '../nearest.js'

/** Behind these stands a case's number, and then text for their form. */
export const textVerbs = ['reply', 'note', 'severity', 'escalate', 'share', 'handover', 'close', 'reopen', 'answer'] as const
export type TextVerb = (typeof textVerbs)[number]
/** Behind these stands a case's number and nothing more. */
export const bareVerbs = ['attach', 'take', 'related', 'history'] as const
export type BareVerb = (typeof bareVerbs)[number]

export const caseVerbs = ['new', 'list', 'show', ...textVerbs, ...bareVerbs, 'queue', 'help'] as const
export type CaseVerb = (typeof caseVerbs)[number]

export type CaseCommand =
  | { verb: 'new'; customer: string }
  | { verb: 'list'; filters: CaseFilters; typed: string }
  | { verb: 'show'; number: number }
  /** `text` as it was typed; `severity` of its verb alone, when it stood there. */
  | { verb: TextVerb; number: number; text: string; severity?: Severity }
  | { verb: BareVerb; number: number }
  | { verb: 'queue'; mine: boolean }
  | { verb: 'help' }
  | { verb: 'unknown'; tried: string; nearest: CaseVerb | null }
  | { verb: 'wrong'; problem: CommandProblem }

export type CommandProblem =
  | FilterProblem
  | { problem: 'bad_number'; tried: string }
  | { problem: 'after_number'; number: string; tried: string }
  | { problem: 'too_long' }
  /** Of verbs with a number behind them. */
  | { problem: 'number_missing'; of: TextVerb | BareVerb }
  | { problem: 'no_number'; of: TextVerb | BareVerb; tried: string }
  | { problem: 'more_than_number'; of: BareVerb; number: string; tried: string }
  | { problem: 'no_severity'; number: string; tried: string }
  | { problem: 'long_text'; of: TextVerb; number: string; length: number }

/** Case numbers are 32-bit in the stores. */
const caseNumber = z.string().regex(/^#?\d{1,10}$/).transform((digits) => Number(digits.replace('#', ''))).pipe(z.int().min(1).max(2_147_483_647))
const longest = 1000
/** More than Slack sends. */
const longestWithText = 20_000

/** Reads what stands behind `/case`. Full-width digits and signs are read like plain ones. Never throws. */
export function parseCaseCommand(text: string): CaseCommand {
  if (text.length > longestWithText) return { verb: 'wrong', problem: { problem: 'too_long' } }
  const raw = readableText(text).trim()
  const [rawFirst, rawRest] = firstWord(raw)
  const textVerb = textVerbs.find((verb) => verb === plainWord(rawFirst))
  // Their text goes out as it was typed; everything else is read like plain letters and digits.
  if (textVerb) return withText(textVerb, rawRest)
  if (text.length > longest) return { verb: 'wrong', problem: { problem: 'too_long' } }
  return withoutText(raw.normalize('NFKC').trim())
}

function withoutText(typed: string): CaseCommand {
  const [first, rest] = firstWord(typed)
  const tried = first.toLowerCase()
  if (tried === '' || tried === 'help' || tried === '?') return { verb: 'help' }
  if (/^#?\d+$/.test(tried)) return show(typed)
  const bareVerb = bareVerbs.find((verb) => verb === tried)
  if (bareVerb) return withNumber(bareVerb, rest)
  switch (tried) {
    case 'new':
      return { verb: 'new', customer: rest.trim() }
    case 'list': {
      const filters = parseCaseFilters(rest)
      return 'problem' in filters ? { verb: 'wrong', problem: filters } : { verb: 'list', filters, typed: rest.replace(/\s+/gu, ' ').trim() }
    }
    case 'show':
      return show(rest.trim())
    case 'queue':
      return { verb: 'queue', mine: rest.trim().toLowerCase() === 'mine' }
    default:
      return { verb: 'unknown', tried: first, nearest: nearest(tried, caseVerbs) as CaseVerb | null }
  }
}

function show(tried: string): CaseCommand {
  const [first, rest] = firstWord(tried)
  const number = caseNumber.safeParse(first)
  if (number.success && rest !== '') return { verb: 'wrong', problem: { problem: 'after_number', number: String(number.data), tried: rest } }
  return number.success ? { verb: 'show', number: number.data } : { verb: 'wrong', problem: { problem: 'bad_number', tried: tried || 'show' } }
}

function withNumber(verb: BareVerb, typed: string): CaseCommand {
  const [first, rest] = firstWord(typed.trim())
  const number = caseNumber.safeParse(first)
  if (!number.success) return { verb: 'wrong', problem: noNumber(verb, first) }
  return rest === '' ? { verb, number: number.data } : { verb: 'wrong', problem: { problem: 'more_than_number', of: verb, number: String(number.data), tried: rest } }
}

function withText(verb: TextVerb, typed: string): CaseCommand {
  const [first, rest] = firstWord(typed.trim())
  const number = caseNumber.safeParse(first.normalize('NFKC'))
  if (!number.success) return { verb: 'wrong', problem: noNumber(verb, first) }
  const text = rest.trim()
  if (text.length > limits.textInput) return { verb: 'wrong', problem: { problem: 'long_text', of: verb, number: String(number.data), length: text.length } }
  return verb === 'severity' ? withSeverity(number.data, text) : { verb, number: number.data, text }
}

/** `severity 1042 P1 The whole site is down`; the severity may be left out. */
function withSeverity(number: number, typed: string): CaseCommand {
  const [first, rest] = firstWord(typed)
  const word = plainWord(first)
  if (!/^p\d+$/.test(word)) return { verb: 'severity', number, text: typed }
  const severity = severities.find((each) => each.toLowerCase() === word)
  return severity ? { verb: 'severity', number, text: rest.trim(), severity } : { verb: 'wrong', problem: { problem: 'no_severity', number: String(number), tried: first } }
}

function noNumber(verb: TextVerb | BareVerb, tried: string): CommandProblem {
  return tried === '' ? { problem: 'number_missing', of: verb } : { problem: 'no_number', of: verb, tried }
}

function firstWord(text: string): [first: string, rest: string] {
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(text) ?? []
  return [first, rest]
}

const plainWord = (text: string): string => text.normalize('NFKC').toLowerCase()
