import type { SystemActor } from '../../domain/actor.js'
import { dueNotice, noticed } from '../../domain/clocks/clock-notices.js'
import { writeAudit } from '../../store/audit/audit.js'
import { addCaseEntries } from '../../store/cases/case-entries.js'
import { domainOf } from '../../store/clocks/clock-rules.js'
import { findDueTargets, findPortalReminders, portalReminded } from '../../store/clocks/due-cases.js'
import { holdAnyCase, saveCase } from '../../store/cases/held-case.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds, findHolders } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { reach } from '../../store/people/reach.js'
import type { Deps } from '../deps.js'
import { inTurn } from '../in-turn.js'
import { announceChange } from '../verbs/announce-change.js'

/** At most so many of each in one go; the rest has its turn when the clock comes by again. */
const batch = 100

/** Who tells of targets. */
export const caseClock: SystemActor = { kind: 'system', name: 'case-clock' }
/** What people read as the author in a case's history. */
const authorName = 'Onbehalf'

/**
 * Tells once each that a response target is near and that it passed, and reminds once of what waits to be carried to the
 * web portal (CASE-9). Each case in a transaction of its own that holds it and decides again, so that several processes may
 * do it at once. Cases of customers whose access is off are clocked on; the senders decide what is told of them. Throws what
 * went wrong with any of them once all had their turn.
 */
export async function keepCaseTimes(deps: Deps): Promise<void> {
  const now = deps.now()
  const { store } = deps
  const each = (numbers: readonly number[], work: (tx: Tx, deps: Deps, number: number, now: Date) => Promise<void>): Promise<unknown[]> =>
    inTurn(numbers, (number) => store.transaction((tx) => work(tx, deps, number, now)))
  const targets = await store.read((tx) => findDueTargets(tx, now, batch))
  const failures = await each(targets, tellTarget)
  const reminders = await store.read((tx) => findPortalReminders(tx, now, batch))
  failures.push(...(await each(reminders, remindOfPortal)))
  if (targets.length + reminders.length > 0) deps.wakeDelivery()
  if (failures.length > 0) throw new AggregateError(failures, 'the times of some cases could not be kept')
}

async function tellTarget(tx: Tx, deps: Deps, number: number, now: Date): Promise<void> {
  const held = await holdAnyCase(tx, number)
  const notice = held && dueNotice(held.clock, now)
  const at = held?.clock.targetAt
  if (!held || !notice || !at) return
  const version = await saveCase(tx, held, { clock: noticed(held.clock, notice) }, now)
  const entryIds = await addCaseEntries(tx, caseClock, number, [{ kind: 'TARGET', data: { target: notice, at }, authorName }], now)
  await writeAudit(tx, {
    at: now, actor: caseClock, action: `case.target_${notice}`, subjectType: 'case', subjectId: number, after: { targetAt: at, entries: entryIds },
  })
  await announceChange(tx, deps, caseClock, { held, version, entryIds, news: { people: [held.ownerId, held.deskOwnerId] }, now })
}

/** Once: what is written after it sets the time anew. */
async function remindOfPortal(tx: Tx, deps: Deps, number: number, now: Date): Promise<void> {
  const held = await holdAnyCase(tx, number)
  if (!held?.portalRemindAt || held.portalRemindAt > now) return
  await saveCase(tx, held, { portalRemindAt: null }, now, true)
  if (held.portalWaitsSince === null) return
  const carriers = await whoCarries(tx, held)
  for (const { id: accountId, slack } of await reach(tx, null, carriers)) {
    await enqueue(tx, {
      message: { kind: 'portal_reminder', caseNumber: number, accountId, to: slack },
      dedupeKey: `portal-reminder:${number}:${held.portalRemindAt.toISOString()}`, now, uid: deps.newId(),
    })
  }
  await writeAudit(tx, {
    at: now, actor: caseClock, action: portalReminded, subjectType: 'case', subjectId: number,
    after: { waitsSince: held.portalWaitsSince, reminded: carriers.map(({ id }) => id) },
  })
}

/** The owner; where that is nobody in use, or the customer itself, the managers of the domain whose portal it is. */
async function whoCarries(tx: Tx, held: HeldCase): Promise<AccountRow[]> {
  const owners = held.ownerId === null ? [] : await findAccountsByIds(tx, [held.ownerId])
  const carriers = owners.filter(({ status, organization }) => status === 'ACTIVE' && organization.kind === 'RESELLER')
  const domain = domainOf(held)
  return carriers.length > 0 || domain === null ? carriers : findHolders(tx, { id: domain }, 'DECIDE_REQUESTS')
}
