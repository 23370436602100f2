import type { AccountActor, Actor } from '../../domain/actor.js'
import { actionBlockedBy } from '../../domain/cases/case-actions.js'
import type { CaseAction } from '../../domain/cases/case-actions.js'
import type { CaseDone, SeenCase } from '../../domain/cases/case-change.js'
import { turnClock } from '../../domain/clocks/response-clock.js'
import type { ClockTurn } from '../../domain/clocks/response-clock.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addCaseEntries, entriesSince } from '../../store/cases/case-entries.js'
import type { NewCaseEntry } from '../../store/cases/case-entries.js'
import { clockRuleOf } from '../../store/clocks/clock-rules.js'
import { findCaseCustomer, holdCase, lookAtCase, saveCase } from '../../store/cases/held-case.js'
import type { CasePatch, HeldCase } from '../../store/cases/held-case.js'
import { forgetKeptForm } from '../../store/cases/kept-forms.js'
import { findCustomer, lockCustomer } from '../../store/customers/customers.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { caseBlock } from '../access/customer-access.js'
import { permitCases } from '../acting/permit.js'
import type { Deps } from '../deps.js'
import { announceChange } from './announce-change.js'
import type { CaseNews } from './announce-change.js'

/** What every verb is handed. */
export interface CaseVerb {
  number: number
  /** How the case was when the form was opened; left out, it does not matter (CASE-8). */
  seen?: SeenCase | undefined
  deliveryKey: string
  /** Beside the actor's Slack team and user: command, button or modal. */
  origin?: object | undefined
}

/** What a verb makes of a case. */
export interface CaseChange {
  /** Left out: the columns stay. */
  set?: Omit<CasePatch, 'clock'>
  clock?: ClockTurn | undefined
  /** At least one. */
  entries: readonly [NewCaseEntry, ...NewCaseEntry[]]
  /** `case.<what>`, with what was before and after; no text of people's. */
  audit: { action: string; before?: object; after?: object }
  /** Who is told; null: nobody, and neither version nor last update change (internal notes). */
  news: CaseNews | null
}

/** Entries that are shown to somebody whose form was overtaken. */
const mostMeanwhile = 5

/**
 * The frame of everything done with a case (CASE-4), in one transaction: is it this actor's to see, open to it (ACCESS-1),
 * possible in this state, and still as it was shown (CASE-8)? Then `decide` says what changes; history, audit trail and
 * news are written with it, and what was kept of the form is forgotten. A second delivery does nothing and answers the same.
 *
 * Throws `Refused`: `privileges_missing`, `case_not_found`, `case_locked`, what `actionBlockedBy` answers, `case_changed`,
 * and what `decide` throws; nothing is written then.
 */
export async function changeCase(
  deps: Deps, actor: AccountActor, action: CaseAction, verb: CaseVerb, decide: (tx: Tx, held: HeldCase, now: Date) => Promise<CaseChange>,
): Promise<CaseDone> {
  const now = deps.now()
  const done = await deps.store.transaction(async (tx) => {
    const held = await holdForActor(tx, actor, verb.number, now)
    if (!(await claimDelivery(tx, `case.${action}:${held.number}:${verb.deliveryKey}`, now))) return doneOf(held, held.state, true)
    const blocked = actionBlockedBy(action, held, actor, now)
    if (blocked) throw new Refused(blocked)
    await refuseOvertaken(tx, actor, held, verb.seen)
    const change = await decide(tx, held, now)
    await applyChange(tx, deps, actor, held, change, now, verb.origin)
    await forgetKeptForm(tx, actor, held.number, action)
    return doneOf(held, change.set?.state ?? held.state, false)
  })
  if (!done.already) deps.wakeDelivery()
  return done
}

/** The case for the actor, held, when it may see and read it. A change of its customer's access waits, or is seen. */
export async function holdForActor(tx: Tx, actor: AccountActor, number: number, now: Date): Promise<HeldCase> {
  await permitCases(tx, actor)
  const customerId = await findCaseCustomer(tx, actor, number)
  if (customerId !== null) await lockCustomer(tx, customerId)
  return readableHeld(tx, actor, number, customerId === null ? null : await holdCase(tx, actor, number), now)
}

/** The same without holding anything: for the form that a change begins with. */
export async function lookForActor(tx: Tx, actor: AccountActor, number: number, now: Date): Promise<HeldCase> {
  await permitCases(tx, actor)
  return readableHeld(tx, actor, number, await lookAtCase(tx, actor, number), now)
}

async function readableHeld(tx: Tx, actor: AccountActor, number: number, held: HeldCase | null, now: Date): Promise<HeldCase> {
  if (!held) throw new Refused({ code: 'case_not_found', words: String(number) })
  if (actor.organizationKind === 'RESELLER') {
    const customer = await findCustomer(tx, actor, held.customerId)
    const block = customer ? caseBlock(actor, customer, held, now) : { reason: 'not_managed' as const }
    if (block) throw new Refused({ code: 'case_locked', number, customer: held.customerName, block })
  }
  return held
}

/** Throws `case_changed` when the case is not as it was shown, with what the actor may read of what came since. */
export async function refuseOvertaken(tx: Tx, actor: AccountActor, held: HeldCase, seen: SeenCase | undefined): Promise<void> {
  if (!seen || seen.version === held.version) return
  const entries = await entriesSince(tx, actor, held.number, seen.entry, mostMeanwhile)
  // A clock that was told of meanwhile is nothing that anybody did.
  if (entries.length > 0 && entries.every(({ kind }) => kind === 'TARGET')) return
  throw new Refused({ code: 'case_changed', number: held.number, seen: { version: held.version, entry: held.newestEntry }, entries })
}

/** Saves a decided change of a held case with its history, audit row and news; the ids of the entries. */
export async function applyChange(
  tx: Tx, deps: Deps, actor: Actor, held: HeldCase, { set = {}, clock: turn, entries, audit, news }: CaseChange, now: Date, origin?: object,
): Promise<number[]> {
  const rule = turn && (await clockRuleOf(tx, { ...held, severity: set.severity ?? held.severity }))
  const clock = rule && turnClock(held.clock, turn, rule, now)
  const version = news === null ? held.version : await saveCase(tx, held, { ...set, ...(clock && { clock }) }, now)
  const ids = await addCaseEntries(tx, actor, held.number, entries, now)
  await writeAudit(tx, {
    at: now, actor, action: audit.action, subjectType: 'case', subjectId: held.number,
    ...(audit.before && { before: audit.before }), after: { ...audit.after, entries: ids }, ...(origin && { origin }),
  })
  if (news) await announceChange(tx, deps, actor, { held, version, entryIds: ids, news, now })
  return ids
}

export function doneOf({ number, title, customerName, desk }: HeldCase, state: HeldCase['state'], already: boolean): CaseDone {
  return { number, title, customerName, state, desk, already, waitsFor: [] }
}
