import { describe, expect, it } from 'vitest'
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
}) })
