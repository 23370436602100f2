import { bareChannel, policyProblems } from '../../domain/accounts/policy-problems.js'
import type { PolicyValue } from '../../domain/accounts/policy.js'
import type { FormProblem } from '../../domain/form-problem.js'
import type { OrganizationRecord, PolicyFields } from '../../domain/import/directory-record.js'
import type { ImportProblem } from '../../domain/import/import-problem.js'
import { isChannelOfAnother } from '../../store/people/channel-holders.js'
import { findPolicy } from '../../store/people/policies.js'
import type { Tx } from '../../store/open-store.js'
import type { Within } from './check-within.js'

/** What is wrong with the policy that a record gives the own domain: the same that `/portal policy` refuses. */
export async function checkPolicy(tx: Tx, { organizationId, domain }: Within, { policy }: OrganizationRecord): Promise<ImportProblem[]> {
  if (!policy) return []
  const before: PolicyValue = { domain, ...(await findPolicy(tx, organizationId)) }
  const wanted: PolicyValue = { ...before, ...policy }
  const problems = policyProblems(wanted).flatMap((problem) => asImportProblem(problem, wanted))
  for (const field of ['updatesChannel', 'approvalChannel'] as const) {
    const channel = bareChannel(policy[field] ?? null)
    if (channel === null || channel === before[field]) continue
    if (await isChannelOfAnother(tx, organizationId, channel)) problems.push({ code: 'not_yours', field: `policy.${field}` })
  }
  return problems
}

function asImportProblem(problem: FormProblem, wanted: PolicyValue): ImportProblem[] {
  const field = `policy.${problem.field}`
  const found = String(wanted[problem.field as keyof PolicyFields] ?? '')
  switch (problem.problem) {
    case 'not_a_number': return [{ code: 'expected', field, expected: { a: 'number_between', min: problem.min, max: problem.max }, found }]
    case 'reminder_after_expiry': return [{ code: 'expected', field, expected: { a: 'number_between', min: 1, max: wanted.expireAfterHours - 1 }, found }]
    default: return [{ code: 'expected', field, expected: { a: 'text_up_to', max: 80 }, found }]
  }
}
