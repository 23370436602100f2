import type { AccountActor } from '../../domain/actor.js'
import { actionBlockedBy, reopenUntil } from '../../domain/cases/case-actions.js'
import type { CaseAction } from '../../domain/cases/case-actions.js'
import type { VerbForm } from '../../domain/cases/verb-form.js'
import { Refused } from '../../domain/refused.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { findKeptForm } from '../../store/cases/kept-forms.js'
import { findShareAddresses } from '../../store/cases/shares.js'
import type { Tx } from '../../store/open-store.js'
import { findCaseColleagues } from '../../store/people/case-colleagues.js'
import type { Deps } from '../deps.js'
import { lookForActor } from './change-case.js'
import { escalationNeedsApproval, refuseWaitingEscalation } from './escalate-case.js'

export interface OpenVerb {
  number: number
  action: CaseAction
}

/**
 * What the form of something done with a case needs. Throws `Refused` what the verb itself would throw now, so that nobody
 * types for nothing: `privileges_missing`, `case_not_found`, `case_locked`, what `actionBlockedBy` answers, and
 * `request_waits` while the same escalation is asked for.
 */
export function openVerb(deps: Deps, actor: AccountActor, { number, action }: OpenVerb): Promise<VerbForm> {
  const now = deps.now()
  return deps.store.read(async (tx) => {
    const held = await lookForActor(tx, actor, number, now)
    const blocked = actionBlockedBy(action, held, actor, now)
    if (blocked) throw new Refused(blocked)
    if (action === 'escalate') await refuseWaitingEscalation(tx, actor, number, now)
    const { title, customerName, state, severity, tier, portalNumber, version, newestEntry } = held
    return {
      number, title, customerName, state, severity, tier, portalNumber,
      seen: { version, entry: newestEntry },
      kept: await findKeptForm(tx, actor, number, action),
      colleagues: action === 'handOver' ? await colleagues(tx, actor, held) : [],
      shares: await findShareAddresses(tx, number),
      needsApproval: action === 'escalate' && (await escalationNeedsApproval(tx, actor)),
      reopenUntil: state === 'CLOSED' ? reopenUntil(held, now) : null,
    }
  })
}

/** To whom it can be handed over: who owns it has it already. */
async function colleagues(tx: Tx, actor: AccountActor, { ownerId }: HeldCase): Promise<VerbForm['colleagues']> {
  const others = await findCaseColleagues(tx, actor)
  return others.filter(({ id }) => id !== ownerId).map(({ id, name }) => ({ accountId: id, name }))
}
