import { isShareAddress } from '../cases/share-addresses.js'
import type { FormField, FormProblem } from '../form-problem.js'
import type { UnitValue } from './managed-account.js'

export const maxPersonName = 100

/** An address as it is kept: without spaces around it, lower case. */
export function bareAddress(typed: string): string {
  return typed.trim().toLowerCase()
}

/** What is wrong with an address, bare; an empty one is told as missing. */
export function addressProblems(field: FormField, address: string): FormProblem[] {
  if (address === '') return [{ field, problem: 'required' }]
  return isShareAddress(address) ? [] : [{ field, problem: 'not_an_address' }]
}

export interface TypedAccount {
  /** Bare, both. */
  email: string
  personEmail: string
  name: string
}

/** What is wrong with a new account. `domains` are the organization's own (ACCOUNT-1); `taken`: somebody has the address. */
export function newAccountProblems({ email, personEmail, name }: TypedAccount, domains: readonly string[], taken: boolean): FormProblem[] {
  return [...emailProblems(email, domains, taken), ...nameProblems(name), ...addressProblems('personEmail', personEmail)]
}

function emailProblems(email: string, domains: readonly string[], taken: boolean): FormProblem[] {
  const problems = addressProblems('email', email)
  if (problems.length > 0) return problems
  if (!domains.includes(email.slice(email.lastIndexOf('@') + 1))) return [{ field: 'email', problem: 'not_on_domains', domains: [...domains] }]
  return taken ? [{ field: 'email', problem: 'taken' }] : []
}

function nameProblems(name: string): FormProblem[] {
  const length = [...name].length
  if (length === 0) return [{ field: 'name', problem: 'required' }]
  return length > maxPersonName ? [{ field: 'name', problem: 'too_long', max: maxPersonName, length }] : []
}

/** A unit that was chosen has to be one of the organization's. */
export function unitProblems(unitId: string | null, units: readonly UnitValue[]): FormProblem[] {
  return unitId === null || units.some((unit) => unit.id === unitId) ? [] : [{ field: 'unit', problem: 'unknown' }]
}
