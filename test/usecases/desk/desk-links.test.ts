import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { tellDeskOfFiling } from '../../../src/usecases/desk/tell-filing.js'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { reopenCase } from '../../../src/usecases/verbs/reopen-case.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld } from '../../support/case-world.js'
import type { CaseWorld } from '../../support/case-world.js'
import { eachStore } from '../../support/stores.js'

/** Of the desk's two who is told by direct message. */
async function toldAtDesk({ kim, lee, sent, tells }: CaseWorld): Promise<AccountActor[]> {
  const rows = await sent()
  return [kim, lee].filter((who) => rows.includes(tells(who)))
}

describe('what the desk in Slack is told', () => { eachStore((_kind, fresh) => {
  it('goes to who works on the case, of everything the team does with it', async () => {
    const of = await caseWorld(await fresh())
    const { deps, aiko, lee, filed, on } = of
    const number = await filed('IN_PROGRESS', { deskOwnerId: lee.accountId, severity: 'P3' })
    for (const work of [
      () => replyToDesk(deps, aiko, { ...on(number), message: 'More.' }),
      () => changeSeverity(deps, aiko, { ...on(number), severity: 'P2', reason: 'More are hit.' }),
      () => closeCase(deps, aiko, { ...on(number), reason: 'It works.' }),
      () => reopenCase(deps, aiko, { ...on(number), reason: 'It is back.' }),
    ]) {
      await work()
      expect(await toldAtDesk(of)).toEqual([lee])
    }
    await addNote(deps, aiko, { ...on(number), message: 'Between us.' })
    expect(await toldAtDesk(of)).toEqual([])
    // What became less urgent can wait.
    await changeSeverity(deps, aiko, { ...on(number), severity: 'P4', reason: 'Fewer are hit.' })
    expect(await toldAtDesk(of)).toEqual([])
  })

  it('goes to everybody there who could take it when it is P1 or escalated, else to nobody', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, db, desk, aiko, kim, lee, filed, on, sent } = of
    // Who may answer no cases, or is not there any more, is told nothing.
    const clerk = await world.account('mo@desk.example', desk, { name: 'Mo', privileges: ['ADMINISTER'] })
    const gone = await world.account('ned@desk.example', desk, { name: 'Ned', privileges: ['ANSWER_CASES'], status: 'SUSPENDED' })
    const usual = await filed('IN_PROGRESS', { severity: 'P2' })
    await replyToDesk(deps, aiko, { ...on(usual), message: 'More.' })
    expect(await toldAtDesk(of)).toEqual([])
    await changeSeverity(deps, aiko, { ...on(usual), severity: 'P1', reason: 'Nobody can work.' })
    const rows = await sent()
    expect([kim, lee, clerk, gone].filter((who) => rows.includes(of.tells(who)))).toEqual([kim, lee])
    const escalated = await filed('IN_PROGRESS', { severity: 'P4' })
    await db.case.update({ where: { number: escalated }, data: { escalatedAt: world.now } })
    await replyToDesk(deps, aiko, { ...on(escalated), message: 'More.' })
    expect(await toldAtDesk(of)).toEqual([kim, lee])
    // Taken by somebody who left the desk, it is nobody's.
    const left = await filed('IN_PROGRESS', { severity: 'P1', deskOwnerId: gone.accountId })
    await replyToDesk(deps, aiko, { ...on(left), message: 'More.' })
    expect(await toldAtDesk(of)).toEqual([kim, lee])
  })

  it('begins with the filing of a P1 case', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, kim, lee, filed } = of
    for (const [severity, told] of [['P1', [kim, lee]], ['P2', []]] as const) {
      const number = await filed('NEW', { severity })
      await world.store.transaction((tx) => tellDeskOfFiling(tx, deps, aiko, number, world.now))
      expect(await toldAtDesk(of)).toEqual(told)
    }
  })
}) })

describe('what waits to be carried to the web portal (CASE-9)', () => { eachStore((_kind, fresh) => {
  it('waits since the first thing the team did, with one reminder by the domain\'s hours, and nobody here is told', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, db, sven, boreal, hooli, filed, on, row } = of
    await db.resellerPolicy.update({ where: { organizationId: boreal }, data: { desk: 'PORTAL', remindAfterHours: 3 } })
    const number = await filed('ACTION_REQUIRED', { filedBy: sven, customerId: hooli.id, severity: 'P1', portalNumber: 'X-1' })
    await db.case.update({ where: { number }, data: { portalWaitsSince: null, portalRemindAt: null } })
    const since = world.now = addHours(world.now, 1)
    await replyToDesk(deps, sven, { ...on(number), message: 'More.' })
    expect(await row(number)).toMatchObject({ portalWaitsSince: since, portalRemindAt: addHours(since, 3) })
    world.now = addHours(world.now, 1)
    await closeCase(deps, sven, { ...on(number), reason: 'It works.' })
    expect(await row(number)).toMatchObject({ portalWaitsSince: since, portalRemindAt: addHours(since, 3) })
    expect(await toldAtDesk(of)).toEqual([])
  })

  it('is nothing that only the team reads', async () => {
    const { deps, aiko, filed, on, row, db } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { desk: 'PORTAL' })
    await db.case.update({ where: { number }, data: { portalWaitsSince: null } })
    await addNote(deps, aiko, { ...on(number), message: 'Between us.' })
    expect((await row(number)).portalWaitsSince).toBeNull()
  })
}) })
