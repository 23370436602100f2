import type { FormField, FormProblem } from '../form-problem.js'
import { findPersonalData } from '../personal-data.js'

/** Characters, as people count. A field of Slack's takes 3000. */
export const longestMessage = 3000

/** What is wrong with a text that has to be there. */
export function messageProblems(field: FormField, text: string, max: number): FormProblem[] {
  if (text === '') return [{ field, problem: 'required' }]
  const length = [...text].length
  return length > max ? [{ field, problem: 'too_long', max, length }] : []
}

/** What is wrong with a reason that is kept with the case: it has to be there, and says nothing personal (CASE-2). */
export function reasonProblems(field: FormField, text: string): FormProblem[] {
  const problems = messageProblems(field, text, longestMessage)
  if (problems.length > 0) return problems
  const excerpts = findPersonalData(text, field).map(({ excerpt }) => excerpt)
  return excerpts.length > 0 ? [{ field, problem: 'personal_data', excerpts }] : []
}
