import type { AccountActor } from '../../domain/actor.js'
import type { AccountPage } from '../../domain/accounts/managed-account.js'
import { countManagedAccounts, listManagedAccounts } from '../../store/people/managed-accounts.js'
import { findDomainsAndUnits } from '../../store/people/organizations.js'
import type { Deps } from '../deps.js'
import { permitAdministration } from './administering.js'
import { managed } from './managed-account.js'

export interface ListAccounts {
  /** `next` of the page before. */
  after?: string
  /** Only those without portal access. */
  lacking?: boolean
}

const pageSize = 10

/** The accounts of the actor's organization by name, and who of them lacks portal access (ACCOUNT-1). Throws what `permitAdministration` throws. */
export async function listAccounts(deps: Deps, actor: AccountActor, { after, lacking = false }: ListAccounts): Promise<AccountPage> {
  return deps.store.read(async (tx) => {
    await permitAdministration(tx, actor)
    const { organizationId, organizationKind: kind } = actor
    const { rows, next } = await listManagedAccounts(tx, { organizationId, kind, lacking }, { after: after ?? null, take: pageSize })
    const { domains } = await findDomainsAndUnits(tx, organizationId)
    return {
      domain: actor.domain,
      domains,
      total: await countManagedAccounts(tx, { organizationId, kind, lacking: false }),
      lacking: await countManagedAccounts(tx, { organizationId, kind, lacking: true }),
      rows: rows.map((row) => managed(row, actor)),
      next,
      first: after === undefined,
    }
  })
}
