import { describe, expect, it } from 'vitest'
import { keepCaseTimes } from '../../../src/usecases/cases/keep-case-times.js'
import { startOldCases } from '../../../src/usecases/cases/start-old-cases.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'

describe('startOldCases', () => { eachStore((_name, fresh) => {
  it('starts the clocks of cases from before there were any, without a word', async () => {
    const { world, deps, db, filed, row, history, sent } = await caseWorld(await fresh())
    const [old, asked, closed] = [await filed('IN_PROGRESS', { severity: 'P2' }), await filed('ACTION_REQUIRED'), await filed('CLOSED')]
    const none = { clockSince: null, clockSpent: 0, targetAt: null, targetRemindAt: null, targetBreachAt: null }
    await db.case.updateMany({ data: none })
    await sent()
    const before = await row(old)
    world.pass(1)
    await Promise.all([startOldCases(deps), startOldCases(deps)])
    expect(await row(old)).toEqual({ ...before, clockSince: world.now, targetAt: world.hoursAgo(-2), targetRemindAt: world.hoursAgo(-1.5), targetBreachAt: world.hoursAgo(-2) })
    for (const number of [asked, closed]) expect(await row(number)).toMatchObject(none)
    expect(await sent()).toEqual([])
    expect(await history(old)).toEqual([])
    await expectNoRowsWritten(world.store, () => startOldCases(deps))
  })

  it('lets what waits for the portal from before there were reminders be reminded of, once (CASE-9)', async () => {
    const { world, deps, db, hikari, aiko, filed, row, sent } = await caseWorld(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { desk: 'PORTAL', remindAfterHours: 3 } })
    const waiting = [await filed('NEW'), await filed('ACTION_REQUIRED')]
    const [carried, closed, later] = [await filed('NEW'), await filed('CLOSED'), await filed('NEW', { severity: 'P4' })]
    await db.case.updateMany({ where: { number: { not: later } }, data: { portalRemindAt: null } })
    await db.case.update({ where: { number: carried }, data: { portalWaitsSince: null } })
    const before = await row(waiting[0]!)
    await sent()
    world.pass(1)
    await Promise.all([startOldCases(deps), startOldCases(deps)])
    expect(await row(waiting[0]!)).toEqual({ ...before, portalRemindAt: world.hoursAgo(-3) })
    expect(await row(waiting[1]!)).toMatchObject({ portalRemindAt: world.hoursAgo(-3) })
    for (const number of [carried, closed]) expect(await row(number)).toMatchObject({ portalRemindAt: null })
    expect(await row(later)).toMatchObject({ portalRemindAt: world.hoursAgo(-2) })
    await expectNoRowsWritten(world.store, () => startOldCases(deps))
    world.pass(3)
    await keepCaseTimes(deps)
    expect((await sent()).filter((row) => row.startsWith('portal'))).toEqual(Array.from({ length: 3 }, () => `portal_reminder person:${aiko.slack.userId}`))
    // Who was reminded is not reminded again of the same.
    await expectNoRowsWritten(world.store, () => startOldCases(deps))
    expect(await row(waiting[0]!)).toMatchObject({ portalRemindAt: null })
  })
}) })
