import { describe, expect, it } from 'vitest'
import { keepCaseTimes } from '../../../src/usecases/cases/keep-case-times.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { refusalOf } from '../../support/refused.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'

const minutes = (count: number): number => count / 60

describe('keepCaseTimes', () => { eachStore((_name, fresh) => {
  it('tells once that a target is near, and once that it passed: the history, the channel, the owner and who works on it', async () => {
    const { world, deps, db, aiko, kim, filed, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const filedAt = world.now
    // PREMIUM and P2: two hours around the clock, half an hour before which it is reminded.
    const number = await filed('IN_PROGRESS', { severity: 'P2', deskOwnerId: kim.accountId })
    await sent()
    world.pass(minutes(90) - 0.001)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
    world.pass(0.001)
    await Promise.all([keepCaseTimes(deps), keepCaseTimes(deps)])
    const at = new Date(filedAt.getTime() + 120 * 60_000).toISOString()
    const near = { kind: 'TARGET', audience: 'CASE', authorName: 'Onbehalf', authorOrgId: null, text: null, data: { target: 'near', at }, at: world.now }
    expect(await history(number)).toEqual([near])
    expectSent(await sent(), ...inChannel, tells(aiko), tells(kim))
    expect(await row(number)).toMatchObject({ targetReminded: true, targetRemindAt: null, targetBreached: false, targetBreachAt: new Date(at), version: 2, state: 'IN_PROGRESS' })
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))

    world.now = new Date(at)
    await Promise.all([keepCaseTimes(deps), keepCaseTimes(deps)])
    expect(await history(number)).toEqual([near, { ...near, data: { target: 'passed', at }, at: world.now }])
    expectSent(await sent(), ...inChannel, tells(aiko), tells(kim))
    expect(await row(number)).toMatchObject({ targetBreached: true, targetBreachAt: null, targetAt: new Date(at), version: 3 })
    expect(await audited(number)).toMatchObject([{ action: 'case.target_near', actorId: null, after: { targetAt: at } }, { action: 'case.target_passed', actorId: null, after: { targetAt: at } }])
    expect(await db.audit.findMany({ where: { action: 'case.target_passed' } })).toMatchObject([{ actorName: 'case-clock' }])
    world.pass(1000)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
  })

  it('tells of the breach alone when nobody kept time before, after a stop or a moved clock', async () => {
    const { world, deps, filed, history } = await caseWorld(await fresh())
    const number = await filed('NEW', { severity: 'P1' })
    world.pass(24 * 31)
    await keepCaseTimes(deps)
    expect((await history(number)).map(({ data }) => (data as { target: string }).target)).toEqual(['passed'])
    world.pass(-24 * 31)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
    world.pass(24 * 31)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
  })

  it('tells of the next answer anew, and of nothing while it waits for us, was answered, or is closed', async () => {
    const { world, deps, aiko, filed, on, history } = await caseWorld(await fresh())
    const states = ['ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED', 'PENDING_APPROVAL'] as const
    const quiet = []
    for (const state of states) quiet.push(await filed(state, { severity: 'P1' }))
    world.pass(24)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
    await replyToDesk(deps, aiko, { ...on(quiet[1]!), message: 'It is back again.' })
    world.pass(minutes(15))
    await keepCaseTimes(deps)
    expect((await history(quiet[1]!)).map(({ kind }) => kind)).toEqual(['REPLY', 'TARGET'])
  })

  it('clocks a case on whose customer turned access off; what is told is decided when it is sent', async () => {
    const { world, deps, filed, history, sent, accessOff } = await caseWorld(await fresh())
    const number = await filed('NEW', { severity: 'P1' })
    await accessOff()
    await sent()
    world.pass(1)
    await keepCaseTimes(deps)
    expect(await history(number)).toHaveLength(1)
    expect(await sent()).toEqual(expect.arrayContaining([...inChannel]))
  })

  it('lets a form that is open go through: a clock is nothing that anybody did (CASE-8)', async () => {
    const { world, deps, aiko, dana, filed, on, row } = await caseWorld(await fresh())
    const number = await filed('NEW', { severity: 'P1' })
    const entry = async () => (await world.store.db.caseEvent.findFirstOrThrow({ where: { caseNumber: number }, orderBy: { id: 'desc' } })).id
    const seen = { version: (await row(number)).version, entry: await entry() }
    world.pass(minutes(11))
    await keepCaseTimes(deps)
    expect(await replyToDesk(deps, aiko, { ...on(number), seen, message: 'More of it.' })).toMatchObject({ already: false })
    expect(await refusalOf(replyToDesk(deps, dana, { ...on(number), seen, message: 'And more.' }))).toMatchObject({ code: 'case_changed' })
  })

  it('goes on to the others when one fails', async () => {
    const { world, deps, db, filed, history } = await caseWorld(await fresh())
    const [broken, fine] = [await filed('NEW', { severity: 'P1' }), await filed('NEW', { severity: 'P1' })]
    // What stands there for its sort of entry is taken: the first of the two cannot write its own.
    let calls = 0
    const newId = (): string => { calls += 1; if (calls === 1) throw new Error('no id'); return world.id() }
    world.pass(1)
    await expect(keepCaseTimes({ ...deps, newId })).rejects.toThrow('could not be kept')
    expect([await history(broken), await history(fine)].map((entries) => entries.length)).toEqual([0, 1])
    await keepCaseTimes(deps)
    expect(await db.caseEvent.count({ where: { kind: 'TARGET' } })).toBe(2)
  })

  it('reminds the owner once of what waits to be carried to the web portal (CASE-9)', async () => {
    const { world, deps, db, hikari, aiko, filed, row, sent, audited } = await caseWorld(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { desk: 'PORTAL', remindAfterHours: 1 } })
    const number = await filed('NEW', { severity: 'P4' })
    const carried = await filed('NEW', { severity: 'P4' })
    await db.case.update({ where: { number: carried }, data: { portalWaitsSince: null } })
    expect(await row(number)).toMatchObject({ desk: 'PORTAL', portalWaitsSince: world.now, portalRemindAt: world.hoursAgo(-1) })
    await sent()
    world.pass(0.999)
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
    world.pass(0.001)
    await Promise.all([keepCaseTimes(deps), keepCaseTimes(deps)])
    expectSent(await sent(), `portal_reminder person:${aiko.slack.userId}`)
    expect(await db.outbox.findFirstOrThrow({ where: { kind: 'portal_reminder' } })).toMatchObject({ payload: { caseNumber: number, accountId: aiko.accountId, to: aiko.slack } })
    expect(await row(number)).toMatchObject({ portalRemindAt: null, portalWaitsSince: world.hoursAgo(1), version: 1 })
    expect(await row(carried)).toMatchObject({ portalRemindAt: null })
    expect(await audited(number)).toMatchObject([{ action: 'case.portal_reminded', after: { reminded: [aiko.accountId] } }])
    await expectNoRowsWritten(world.store, () => keepCaseTimes(deps))
    // What is written later sets the time anew.
    await db.case.update({ where: { number }, data: { portalRemindAt: world.hoursAgo(-1) } })
    world.pass(1)
    await keepCaseTimes(deps)
    expectSent(await sent(), `portal_reminder person:${aiko.slack.userId}`)
  })

  it('reminds the domain\'s managers where the owner cannot carry it: nobody, suspended, or the customer itself', async () => {
    const { world, deps, db, hikari, aiko, dana, petra, filed, row, sent } = await caseWorld(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { desk: 'PORTAL', remindAfterHours: 1 } })
    const numbers = [
      await filed('NEW', { severity: 'P4', ownerId: null }), await filed('NEW', { severity: 'P4' }), await filed('NEW', { severity: 'P4', filedBy: null, ownerId: petra.accountId }),
    ]
    await db.account.update({ where: { id: aiko.accountId }, data: { status: 'SUSPENDED' } })
    await sent()
    world.pass(1)
    await keepCaseTimes(deps)
    const reminder = `portal_reminder person:${dana.slack.userId}`
    expectSent(await sent(), reminder, reminder, reminder)
    for (const number of numbers) expect(await row(number)).toMatchObject({ portalRemindAt: null })
  })
}) })
