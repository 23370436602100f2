import { mayUse } from '../../domain/accounts/may-use.js'
import type { AccountActor } from '../../domain/actor.js'
import { findAccountsOfPerson } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import type { Tx } from '../../store/open-store.js'
import { findSlackUser } from '../../store/people/slack-users.js'
import { byOrganization } from './usable.js'

/** The accounts the person may act as, the oldest organization's first; the signed-in one is among them. */
export async function usableAccounts(tx: Tx, actor: AccountActor): Promise<AccountRow[]> {
  const user = (await findSlackUser(tx, actor.slack)) ?? { isGuest: false }
  const own = await findAccountsOfPerson(tx, actor.slack, null)
  return own.filter((account) => account.status === 'ACTIVE' && mayUse(user, account)).sort(byOrganization)
}

/** Ids of all accounts of the actor's person, the signed-in one among them; any status. */
export async function ownAccountIds(tx: Tx, { accountId, slack }: AccountActor): Promise<string[]> {
  const own = await findAccountsOfPerson(tx, slack, null)
  return [...new Set([accountId, ...own.map(({ id }) => id)])]
}

/** The person's other domains, to switch to. */
export async function otherDomains(tx: Tx, actor: AccountActor): Promise<{ domain: string; organizationName: string }[]> {
  const others = (await usableAccounts(tx, actor)).filter((account) => account.organization.id !== actor.organizationId)
  const byDomain = new Map(others.map(({ organization }) => [organization.primaryDomain, organization.name]))
  return [...byDomain].map(([domain, organizationName]) => ({ domain, organizationName }))
}
