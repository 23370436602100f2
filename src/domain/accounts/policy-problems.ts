import type { FormField, FormProblem } from '../form-problem.js'
import type { PolicyValue } from './policy.js'

const channel = /^[^\s,=#]{1,80}$/

/** A channel as it is kept, an id or a name without its `#`; null: none. */
export function bareChannel(typed: string | null): string | null {
  return typed?.trim().replace(/^#/, '') || null
}

/** Lower and upper bound of each number, both taken. */
export const policyBounds = {
  remindAfterHours: { min: 1, max: 168 },
  expireAfterHours: { min: 2, max: 720 },
  reopenWindowDays: { min: 1, max: 365 },
} as const

/** What is wrong with a policy whose channels are bare; whether a channel is another domain's is the store's to say. */
export function policyProblems(policy: PolicyValue): FormProblem[] {
  const numbers = (Object.keys(policyBounds) as (keyof typeof policyBounds)[]).flatMap((field) => numberProblems(field, policy[field], policyBounds[field]))
  const inOrder = numbers.length > 0 || policy.remindAfterHours < policy.expireAfterHours
  return [
    ...channelProblems('updatesChannel', policy.updatesChannel),
    ...channelProblems('approvalChannel', policy.approvalChannel),
    ...numbers,
    ...(inOrder ? [] : [{ field: 'remindAfterHours', problem: 'reminder_after_expiry' } as const]),
  ]
}

export function numberProblems(field: FormField, value: number, { min, max }: { min: number; max: number }): FormProblem[] {
  return Number.isInteger(value) && value >= min && value <= max ? [] : [{ field, problem: 'not_a_number', min, max }]
}

function channelProblems(field: FormField, value: string | null): FormProblem[] {
  return value === null || channel.test(value) ? [] : [{ field, problem: 'unknown' }]
}
