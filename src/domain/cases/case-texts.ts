import type { FormField, FormProblem } from '../form-problem.js'

/** Characters, as people count. A field of Slack's takes 3000. */
export const longestMessage = 3000

/** What is wrong with a text that has to be there. */
export function messageProblems(field: FormField, text: string, max: number): FormProblem[] {
  if (text === '') return [{ field, problem: 'required' }]
  const length = [...text].length
  return length > max ? [{ field, problem: 'too_long', max, length }] : []
}
