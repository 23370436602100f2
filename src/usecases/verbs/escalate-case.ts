import type { AccountActor } from '../../domain/actor.js'
import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import type { EscalationReason } from '../../domain/words.js'
import { findWaitingEscalation } from '../../store/approvals/waiting-escalations.js'
import { forgetKeptForm } from '../../store/cases/kept-forms.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { findPolicy } from '../../store/people/policies.js'
import { askApproval } from '../approvals/ask-approval.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { applyChange, doneOf, holdForActor, refuseOvertaken } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { escalated } from './escalated.js'
import type { Escalation } from './escalated.js'
import { readTypedText } from './typed-text.js'

export interface EscalateCase extends CaseVerb {
  /** Null: none was chosen. */
  reason: EscalationReason | null
  justification: string
  confirmation?: Confirmation | undefined
}

/**
 * Escalates a case of a PREMIUM customer, once (CASE-5): at once, or when a manager of the actor's own domain has approved
 * it, where the domain's policy says so; then the answer names whom it waits for, and nothing of the case changes yet.
 * Throws `Refused`: what `changeCase` throws, `form`, `personal_data` until it is confirmed with a reason (CASE-2),
 * `request_waits` while the same is asked for, `nobody_to_decide`.
 */
export async function escalateCase(deps: Deps, actor: AccountActor, { reason, justification, confirmation, ...verb }: EscalateCase): Promise<CaseDone> {
  const now = deps.now()
  const done = await deps.store.transaction(async (tx) => {
    const held = await holdForActor(tx, actor, verb.number, now)
    const { number } = held
    if (!(await claimDelivery(tx, `case.escalate:${number}:${verb.deliveryKey}`, now))) {
      return { ...doneOf(held, held.state, true), waitsFor: (await findWaitingEscalation(tx, number, actor.organizationId, now))?.asked ?? [] }
    }
    const blocked = actionBlockedBy('escalate', held, actor, now)
    if (blocked) throw new Refused(blocked)
    await refuseWaitingEscalation(tx, actor, number, now)
    await refuseOvertaken(tx, actor, held, verb.seen)
    if (reason === null) throw new Refused({ code: 'form', problems: [{ field: 'escalationReason', problem: 'required' }] })
    const { text, kept } = readTypedText('justification', justification, confirmation)
    const waitsFor = await escalateOrAsk(tx, deps, actor, held, { reason, justification: text, ...kept }, now, verb.origin)
    await forgetKeptForm(tx, actor, number, 'escalate')
    return { ...doneOf(held, held.state, false), waitsFor }
  })
  if (!done.already) deps.wakeDelivery()
  return done
}

/** Throws `request_waits` while managers of the actor's domain are asked for the same. */
export async function refuseWaitingEscalation(tx: Tx, actor: AccountActor, number: number, now: Date): Promise<void> {
  const waiting = await findWaitingEscalation(tx, number, actor.organizationId, now)
  if (waiting) throw new Refused({ code: 'request_waits', kind: 'ESCALATION', at: waiting.at, asked: waiting.asked })
}

/** Whether a manager of the actor's own domain is asked first. A customer asks nobody. */
export async function escalationNeedsApproval(tx: Tx, actor: AccountActor): Promise<boolean> {
  return actor.organizationKind === 'RESELLER' && (await findPolicy(tx, actor.organizationId)).escalationNeedsApproval
}

/** Whom it waits for, by name; nobody when it is done. */
async function escalateOrAsk(tx: Tx, deps: Deps, actor: AccountActor, held: HeldCase, escalation: Escalation, now: Date, origin?: object): Promise<string[]> {
  if (!(await escalationNeedsApproval(tx, actor))) {
    await applyChange(tx, deps, actor, held, escalated(escalation, now), now, origin)
    return []
  }
  const { number: caseNumber, title, customerId } = held
  const { asked } = await askApproval(tx, deps, actor, {
    payload: { kind: 'ESCALATION', caseNumber, title, ...escalation }, organizationId: actor.organizationId, customerId, caseNumber, now,
  })
  return asked
}
