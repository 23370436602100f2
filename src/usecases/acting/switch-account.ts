import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { findOrganizationByDomain } from '../../store/people/organizations.js'
import { signIn } from '../../store/people/slack-users.js'
import type { Deps } from '../deps.js'
import { usableAccounts } from './usable-accounts.js'

export interface SwitchAccount {
  /** Primary or secondary; or the address of an own account, for who has two on one domain. */
  domain: string
  deliveryKey: string
}

export interface SignedIn {
  /** The organization's primary domain. */
  domain: string
  organizationName: string
  email: string
}

/**
 * Makes another own account the signed-in one, from the next click on (SCOPE-1). Throws `no_account_on_domain`, for a
 * domain that does not exist in the same words. To the account that is signed in already: nothing is written.
 */
export async function switchAccount(deps: Deps, actor: AccountActor, { domain, deliveryKey }: SwitchAccount): Promise<SignedIn> {
  const now = deps.now()
  const wanted = domain.trim().toLowerCase().replace(/^@/, '')
  return deps.store.transaction(async (tx) => {
    const own = await usableAccounts(tx, actor)
    const to = await accountOn(tx, actor, own, wanted)
    if (!to) {
      const domains = [...new Set(own.map(({ organization }) => organization.primaryDomain))]
      throw new Refused({ code: 'no_account_on_domain', domain: wanted, domains })
    }
    const { organization, email } = to
    if ((await claimDelivery(tx, `switch-account:${deliveryKey}`, now)) && to.id !== actor.accountId) {
      await signIn(tx, actor.slack, to.id)
      await writeAudit(tx, {
        at: now, actor, action: 'account.switched', subjectType: 'account', subjectId: to.id,
        before: { accountId: actor.accountId, domain: actor.domain }, after: { accountId: to.id, domain: organization.primaryDomain },
      })
    }
    return { domain: organization.primaryDomain, organizationName: organization.name, email }
  })
}

/** Of two on one domain the one that is signed in stays, unless the other's address was given. */
async function accountOn(tx: Tx, actor: AccountActor, own: readonly AccountRow[], wanted: string): Promise<AccountRow | null> {
  if (wanted.includes('@')) return own.find((account) => account.email === wanted) ?? null
  const organization = await findOrganizationByDomain(tx, wanted)
  const there = own.filter((account) => account.organization.id === organization?.id)
  return there.find((account) => account.id === actor.accountId) ?? there[0] ?? null
}
