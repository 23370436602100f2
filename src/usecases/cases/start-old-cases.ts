import { addHours } from 'date-fns'
import { turnClock } from '../../domain/clocks/response-clock.js'
import { clockRuleOf } from '../../store/clocks/clock-rules.js'
import { findWithoutClock, findWithoutReminder } from '../../store/clocks/due-cases.js'
import { holdAnyCase, saveCase } from '../../store/cases/held-case.js'
import { deskOf } from '../../store/clocks/start-columns.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { inTurn } from '../in-turn.js'

/** At most so many in one go. */
const batch = 100

/**
 * Starts the clocks of cases from before there were any, and lets what waits since then to be carried to the web portal be
 * reminded of (CASE-9), without a word: from now on, as nothing was counted before. Each in a transaction of its own that
 * holds it and decides again, so that several processes may do it at once. Answers whether there may be more of them. Throws what went wrong with any once all had their turn.
 */
export async function startOldCases(deps: Deps): Promise<boolean> {
  const now = deps.now()
  const { store } = deps
  const clockless = await store.read((tx) => findWithoutClock(tx, batch))
  const failures = await inTurn(clockless, (number) => store.transaction((tx) => startClock(tx, number, now)))
  const waiting = await store.read((tx) => findWithoutReminder(tx, batch))
  failures.push(...(await inTurn(waiting, (number) => store.transaction((tx) => startReminder(tx, number, now)))))
  if (failures.length > 0) throw new AggregateError(failures, 'the times of some old cases could not be started')
  return clockless.length === batch || waiting.length === batch
}

async function startClock(tx: Tx, number: number, now: Date): Promise<void> {
  const held = await holdAnyCase(tx, number)
  if (!held || held.deskSince === null || held.clock.since || held.clock.answeredAt || held.clock.spent > 0) return
  await saveCase(tx, held, { clock: turnClock(held.clock, 'start', await clockRuleOf(tx, held), now) }, now, true)
}

async function startReminder(tx: Tx, number: number, now: Date): Promise<void> {
  const held = await holdAnyCase(tx, number)
  if (!held || held.state === 'CLOSED' || held.portalWaitsSince === null || held.portalRemindAt !== null) return
  const { remindAfterHours } = await deskOf(tx, held)
  await saveCase(tx, held, { portalRemindAt: addHours(now, remindAfterHours) }, now, true)
}
