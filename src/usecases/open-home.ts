import type { AccountActor } from '../domain/actor.js'
import type { HomeValue } from '../domain/home.js'
import { findAccount } from '../store/people/accounts.js'
import { unfinishedDrafts } from './filing/build-form.js'
import { loadCaseList } from './cases/case-list.js'
import type { Deps } from './deps.js'
import { casesBlockedBy, mayFile } from './acting/permit.js'

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
      mayFile: mayFile(actor),
      unfinished: await unfinishedDrafts(tx, actor, null),
      cases: refusal ? { refusal } : await loadCaseList(tx, actor, {}, deps.now()),
    }
  })
}
