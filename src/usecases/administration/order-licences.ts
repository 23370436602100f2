import { freeLicences } from '../../domain/accounts/licence-rules.js'
import type { LicenceState } from '../../domain/accounts/licence-state.js'
import type { AccountActor } from '../../domain/actor.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import { findLicences, openLicencePool } from '../../store/people/licences.js'
import type { Deps } from '../deps.js'
import { beginResellerAdministering } from './administering.js'

/**
 * Records that the free Cloud Identity subscription was ordered: 50 licences (ACCOUNT-2). When it was recorded before,
 * nothing is written. Throws what `permitResellerAdministration` throws.
 */
export async function orderLicences(deps: Deps, actor: AccountActor, { deliveryKey }: { deliveryKey: string }): Promise<LicenceState> {
  const now = deps.now()
  const organization = { id: actor.organizationId, domain: actor.domain }
  return deps.store.transaction(async (tx) => {
    await beginResellerAdministering(tx, actor)
    const { ordered, total } = await findLicences(tx, organization, now)
    if ((await claimDelivery(tx, `order-licences:${deliveryKey}`, now)) && !ordered) {
      await openLicencePool(tx, organization.id, freeLicences)
      await writeAudit(tx, {
        at: now, actor, action: 'licences.ordered', subjectType: 'organization', subjectId: organization.id,
        before: { ordered, total }, after: { ordered: true, total: freeLicences }, origin: { how: 'button' },
      })
    }
    return findLicences(tx, organization, now)
  })
}
