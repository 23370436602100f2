import type { AccountActor } from '../../domain/actor.js'
import type { TargetsValue } from '../../domain/clocks/response-settings.js'
import { findResponseSettings } from '../../store/clocks/response-settings.js'
import type { Deps } from '../deps.js'
import { permitResellerAdministration } from './administering.js'

/** How soon the desk is to answer the domain's cases. Throws what `permitResellerAdministration` throws. */
export async function showTargets(deps: Deps, actor: AccountActor): Promise<TargetsValue> {
  return deps.store.read(async (tx) => {
    await permitResellerAdministration(tx, actor)
    return { domain: actor.domain, ...(await findResponseSettings(tx, actor.organizationId)) }
  })
}
