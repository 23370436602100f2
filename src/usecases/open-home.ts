import type { AccountActor } from '../domain/actor.js'
import { kindsDecidedBy } from '../domain/approvals/deciders.js'
import type { HomeValue } from '../domain/home.js'
import { countWaitingFor } from '../store/approvals/approval-lists.js'
import { findAccount } from '../store/people/accounts.js'
import { unfinishedDrafts } from './filing/build-form.js'
import { loadCaseList } from './cases/case-list.js'
import type { Deps } from './deps.js'
import { casesBlockedBy, mayFile } from './acting/permit.js'
import { otherDomains } from './acting/usable-accounts.js'

/** The portal at a glance. Who may see no cases is told why in their place, so that nobody is refused a home. */
export async function openHome(deps: Deps, actor: AccountActor): Promise<HomeValue> {
  return deps.store.read(async (tx) => {
    const account = await findAccount(tx, actor.accountId)
    const refusal = await casesBlockedBy(tx, actor)
    return {
      account: {
        name: account.name,
        email: account.email,
        domain: actor.domain,
        organizationName: account.organization.name,
        organizationKind: actor.organizationKind,
      },
      domains: actor.domains,
      others: await otherDomains(tx, actor),
      waiting: await countWaitingFor(tx, actor, kindsDecidedBy(actor)),
      administers: actor.privileges.has('ADMINISTER'),
      mayFile: mayFile(actor),
      unfinished: await unfinishedDrafts(tx, actor, null),
      cases: refusal ? { refusal } : await loadCaseList(tx, actor, {}, deps.now()),
    }
  })
}
