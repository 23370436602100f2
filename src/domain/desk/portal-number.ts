import type { FormProblem } from '../form-problem.js'

/** Characters. */
export const longestPortalNumber = 50

/** What is wrong with a number of the web portal, which is letters, digits and dashes; null when nothing is. */
export function portalNumberProblem(number: string): FormProblem | null {
  const field = 'portalNumber'
  if (number === '') return { field, problem: 'required' }
  if (number.length > longestPortalNumber) return { field, problem: 'too_long', max: longestPortalNumber, length: number.length }
  return /^[A-Za-z0-9-]+$/.test(number) && /[A-Za-z0-9]/.test(number) ? null : { field, problem: 'not_a_portal_number' }
}
