import type { PolicyValue } from '../../domain/accounts/policy.js'
import type { Tx } from '../open-store.js'

type Policy = Omit<PolicyValue, 'domain'>

/** Of a domain that decided nothing; the columns' defaults. */
const undecided: Policy = {
  desk: 'BUILT_IN',
  updatesChannel: null,
  approvalChannel: null,
  p1NeedsApproval: false,
  escalationNeedsApproval: false,
  remindAfterHours: 4,
  expireAfterHours: 72,
  reopenWindowDays: 30,
}

/** What the domain decided, or the defaults. */
export async function findPolicy(tx: Tx, organizationId: string): Promise<Policy> {
  // The settings of response clocks have a form of their own.
  const policy = await tx.resellerPolicy.findUnique({ where: { organizationId }, omit: { organizationId: true, responseTargets: true, workingHours: true } })
  return policy ?? undecided
}

export async function putPolicy(tx: Tx, organizationId: string, policy: Policy): Promise<void> {
  const { desk, updatesChannel, approvalChannel, p1NeedsApproval, escalationNeedsApproval, remindAfterHours, expireAfterHours, reopenWindowDays } = policy
  const decided = { desk, updatesChannel, approvalChannel, p1NeedsApproval, escalationNeedsApproval, remindAfterHours, expireAfterHours, reopenWindowDays }
  await tx.resellerPolicy.upsert({ where: { organizationId }, create: { organizationId, ...decided }, update: decided })
}
