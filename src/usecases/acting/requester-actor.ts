import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { findAccount } from '../../store/people/accounts.js'
import type { Tx } from '../../store/open-store.js'
import { permitFiling } from './permit.js'

/**
 * Whoever asked for something, as the account may act now: what was approved is decided again for it (APPROVAL-4). Null
 * when it is not active any more. It reads nothing, so its language and zone are nobody's.
 */
export async function requesterActor(tx: Tx, accountId: string): Promise<AccountActor | null> {
  const { id, name, status, privileges, organization, slack } = await findAccount(tx, accountId)
  if (status !== 'ACTIVE') return null
  return {
    kind: 'account', accountId: id, name, privileges,
    organizationId: organization.id, organizationKind: organization.kind, domain: organization.primaryDomain, supportOnly: organization.supportOnly,
    locale: 'en', timeZone: 'UTC', slack: slack ?? { teamId: '', userId: '' }, domains: [organization.primaryDomain],
  }
}

/** The same, by the very rule that guards filing and asking for access: null also when it may not do that any more. */
export async function requesterWhoFiles(tx: Tx, accountId: string): Promise<AccountActor | null> {
  const requester = await requesterActor(tx, accountId)
  if (!requester) return null
  try {
    await permitFiling(tx, requester)
    return requester
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
