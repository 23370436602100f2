import { expect } from 'vitest'
import type { AccountActor } from '../../src/domain/actor.js'
import type { CaseState, Desk } from '../../src/domain/words.js'
import { turnClock } from '../../src/domain/clocks/response-clock.js'
import { addCaseEntries } from '../../src/store/cases/case-entries.js'
import { clockRuleOf } from '../../src/store/clocks/clock-rules.js'
import { clockColumns, holdAnyCase } from '../../src/store/cases/held-case.js'
import { startColumns } from '../../src/store/clocks/start-columns.js'
import type { Store } from '../../src/store/open-store.js'
import { agentPrivileges, smallWorld } from './world.js'
import type { World } from './world.js'

export type CaseWorld = Awaited<ReturnType<typeof caseWorld>>

type FiledCase = Omit<NonNullable<Parameters<World['case']>[2]>, 'state'> & {
  /** Null: the customer itself. Aiko unless told otherwise. */
  filedBy?: AccountActor | null
  customerId?: number
  desk?: Desk
  deskOwnerId?: string | null
  portalNumber?: string
}

/**
 * hikari.example with the agents Aiko and Ben, the manager Dana, Nova who may do nothing and the super admin Omar; its
 * premium customer Acme with the admin Petra and Pia, who have *Support*, and Paul, who has not; the desk's Kim and Lee; and
 * boreal.example with Sven and its customer Hooli. Everybody can be reached in Slack.
 */
export async function caseWorld(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, hikari, boreal, aiko, acme } = small
  const { db } = store
  await db.resellerPolicy.update({ where: { organizationId: boreal }, data: { updatesChannel: 'C-BOREAL' } })
  const ben = await world.account('ben@hikari.example', hikari, { name: 'Ben' })
  const dana = await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: [...agentPrivileges, 'DECIDE_REQUESTS'] })
  const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER', 'SUPPORT'] })
  const paul = await world.account('paul@acme.example', acme.organizationId, { name: 'Paul', privileges: ['ADMINISTER'] })
  const pia = await world.account('pia@acme.example', acme.organizationId, { name: 'Pia', privileges: ['SUPPORT'] })
  const desk = await world.organization('desk.example', { kind: 'VENDOR' })
  const kim = await world.account('kim@desk.example', desk, { name: 'Kim', privileges: ['ANSWER_CASES'] })
  const lee = await world.account('lee@desk.example', desk, { name: 'Lee', privileges: ['ANSWER_CASES'] })

  /** A case with its first entry, filed now and then brought into this state by nobody in particular; its number. */
  const filed = async (state: CaseState = 'NEW', more: FiledCase = {}): Promise<number> => {
    const { filedBy = aiko, customerId = acme.id, desk: kind, deskOwnerId = null, portalNumber, ...of } = more
    const number = await world.case(customerId, filedBy, { ...of, state, ...(state === 'CLOSED' && { closedAt: of.closedAt ?? world.now }) })
    await store.transaction(async (tx) => {
      const kase = await tx.case.findUniqueOrThrow({ where: { number } })
      const started = state === 'PENDING_APPROVAL' ? {} : await startColumns(tx, kase, world.now)
      await tx.case.update({ where: { number }, data: { ...started, ...(kind && { desk: kind }), deskOwnerId, portalNumber: portalNumber ?? null } })
      if (kind === 'BUILT_IN') await tx.case.update({ where: { number }, data: { portalWaitsSince: null, portalRemindAt: null } })
      if (state === 'PENDING_APPROVAL') return
      await addCaseEntries(tx, filedBy ?? { kind: 'system', name: 'Customer' }, number, [{ kind: 'FILED' }], world.now)
      const turn = ({ ACTION_REQUIRED: 'pause', SOLUTION_PROVIDED: 'meet', CLOSED: 'stop' } as const)[state as 'CLOSED']
      if (!turn) return
      const held = (await holdAnyCase(tx, number))!
      const clock = clockColumns(turnClock(held.clock, turn, await clockRuleOf(tx, held), world.now))
      await tx.case.update({ where: { number }, data: { deskSince: null, ...clock } })
    })
    return number
  }

  let keys = 0
  /** A delivery that never came before. */
  const key = (): string => `delivery-${(keys += 1)}`
  /** What every verb is handed. */
  const on = (number: number) => ({ number, deliveryKey: key() })
  const row = (number: number) => db.case.findUniqueOrThrow({ where: { number } })
  /** The history, oldest first, without the entry of its filing. */
  const history = (number: number) => db.caseEvent.findMany({
    where: { caseNumber: number, kind: { not: 'FILED' } }, orderBy: { id: 'asc' },
    select: { kind: true, audience: true, authorName: true, authorOrgId: true, text: true, data: true, at: true },
  })
  /** What is written of the case in the audit trail, oldest first. */
  const audited = (number: number) => db.audit.findMany({
    where: { subjectType: 'case', subjectId: String(number) }, orderBy: { id: 'asc' }, select: { action: true, actorId: true, before: true, after: true, origin: true },
  })
  let seen = 0
  /** The outbox rows since the last call, as `kind lane`, sorted. */
  const sent = async (): Promise<string[]> => {
    const rows = await db.outbox.findMany({ where: { id: { gt: seen } }, orderBy: { id: 'asc' } })
    seen = rows.at(-1)?.id ?? seen
    return rows.map(({ kind, lane }) => `${kind} ${lane}`).sort()
  }
  /** Turns access of hikari.example to Acme off (ACCESS-1). */
  const accessOff = (): Promise<void> => world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
  /** As `kind lane` in `sent`: told by direct message. */
  const tells = (who: AccountActor): string => `case_news person:${who.slack.userId}`
  return { ...small, world, deps, db, ben, dana, petra, pia, paul, desk, kim, lee, filed, key, on, row, history, audited, sent, accessOff, tells }
}

/** As `sent` gives them: what every change that is told does to the channel with the card. */
export const inChannel = ['case_card channel:C-UPDATES', 'case_update channel:C-UPDATES'] as const

/** Fails unless what was sent is exactly this, in any order. */
export function expectSent(sent: readonly string[], ...expected: string[]): void {
  expect(sent).toEqual([...expected].sort())
}
