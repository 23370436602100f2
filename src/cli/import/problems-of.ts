import type { z } from 'zod'
import type { Expected, ImportProblem } from '../../domain/import/import-problem.js'

/** What zod found, as problems of an import. `known` are the fields of the record itself. */
export function problemsOf(error: z.ZodError, input: unknown, known: readonly string[]): ImportProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input, known))
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown, known: readonly string[]): ImportProblem[] {
  const field = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'unknown_field', field: pathText([...issue.path, key]), known: issue.path.length === 0 ? known : [] }))
  }
  const found = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input)
  if (found === undefined && issue.code !== 'custom') return [{ code: 'missing', field }]
  return [{ code: 'expected', field, expected: expectedBy(issue), found: foundText(found) }]
}

function expectedBy(issue: z.core.$ZodIssue): Expected {
  const said = 'params' in issue ? (issue.params?.['expected'] as Expected | undefined) : undefined
  if (said) return said
  switch (issue.code) {
    case 'invalid_value': return { a: 'one_of', values: issue.values.map(String) }
    case 'too_big': return issue.origin === 'string' ? { a: 'text_up_to', max: Number(issue.maximum) } : { a: 'list' }
    case 'too_small': return issue.origin === 'array' ? { a: 'list' } : { a: 'text' }
    case 'invalid_type': return ofType(issue.expected)
    case 'invalid_union': return { a: 'milliseconds' }
    default: return { a: 'text' }
  }
}

function ofType(expected: string): Expected {
  if (expected === 'number' || expected === 'int') return { a: 'number' }
  if (expected === 'boolean') return { a: 'boolean' }
  if (expected === 'array') return { a: 'list' }
  return expected === 'object' || expected === 'record' ? { a: 'map' } : { a: 'text' }
}

/** `roles[1]`, `contact.email`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '')
}

const longestFound = 80

/** What stood there, short enough for a line. */
export function foundText(found: unknown): string {
  const text = typeof found === 'string' ? found : JSON.stringify(found) ?? String(found)
  const line = text.replace(/\s+/g, ' ')
  return line.length <= longestFound ? line : `${line.slice(0, longestFound - 1)}…`
}
