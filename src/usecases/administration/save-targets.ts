import type { AccountActor } from '../../domain/actor.js'
import { readTyped } from '../../domain/clocks/parse-targets.js'
import type { TypedSettings } from '../../domain/clocks/parse-targets.js'
import { defaultSettings } from '../../domain/clocks/response-settings.js'
import type { ResponseSettings, TargetsValue } from '../../domain/clocks/response-settings.js'
import { Refused } from '../../domain/refused.js'
import { sameJson } from '../../domain/same-json.js'
import { writeAudit } from '../../store/audit/audit.js'
import { findResponseSettings, putResponseSettings } from '../../store/clocks/response-settings.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'
import { beginResellerAdministering } from './administering.js'

export interface SaveTargets {
  /** As they were shown when the form was opened. */
  before: TargetsValue
  /** Null: the defaults again. */
  typed: TypedSettings | null
  deliveryKey: string
}

/**
 * Saves how soon the desk is to answer the domain's cases. It counts for clocks that start, go on or are scaled anew from
 * now on; what a running clock aims at stays. Throws `other_account` for the settings of another domain of the reader's,
 * opened before a switch; `changed_meanwhile` when they are not as they were shown any more; `form`; and what
 * `permitResellerAdministration` throws. Nothing is written then, nor when nothing is to change.
 */
export async function saveTargets(deps: Deps, actor: AccountActor, { before: shown, typed, deliveryKey }: SaveTargets): Promise<TargetsValue> {
  const now = deps.now()
  const { organizationId, domain } = actor
  if (shown.domain !== domain) throw new Refused({ code: 'other_account', domain: shown.domain, signedIn: domain })
  return deps.store.transaction(async (tx) => {
    await beginResellerAdministering(tx, actor)
    const before: TargetsValue = { domain, ...(await findResponseSettings(tx, organizationId)) }
    if (!(await claimDelivery(tx, `save-targets:${deliveryKey}`, now))) return before
    if (!sameJson(before, shown)) throw new Refused({ code: 'changed_meanwhile', what: domain })
    const wanted: TargetsValue = { domain, ...wantedSettings(typed) }
    if (sameJson(before, wanted)) return before

    await putResponseSettings(tx, organizationId, wanted)
    await writeAudit(tx, {
      at: now, actor, action: 'targets.changed', subjectType: 'organization', subjectId: organizationId,
      before, after: wanted, origin: { how: 'modal' },
    })
    return wanted
  })
}

function wantedSettings(typed: TypedSettings | null): ResponseSettings {
  if (typed === null) return defaultSettings
  const read = readTyped(typed)
  if ('problems' in read) throw new Refused({ code: 'form', problems: read.problems })
  return read.settings
}
