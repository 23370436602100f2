/** The response clock starts when the desk can see a case, by the settings of the domain whose case it is. */
import { describe, expect, it } from 'vitest'
import { clockRuleOf } from '../../../src/store/clocks/clock-rules.js'
import { startColumns } from '../../../src/store/clocks/start-columns.js'
import { startOldCases } from '../../../src/usecases/cases/start-old-cases.js'
import { keepCaseTimes } from '../../../src/usecases/cases/keep-case-times.js'
import { critical, p1World } from '../../support/p1-filing.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const nothingRuns = { deskSince: null, clockSince: null, targetAt: null, targetRemindAt: null, targetBreachAt: null, portalWaitsSince: null, portalRemindAt: null }

describe('the start of the clock', () => { eachStore((_name, fresh) => {
  it('is the filing', async () => {
    const { world, submit, kase } = await p1World(await fresh())
    const { number } = await submit({ ...critical, severity: 'P2' })
    expect(await kase(number)).toMatchObject({
      desk: 'BUILT_IN', deskSince: world.now, clockSince: world.now, clockSpent: 0, targetAt: world.hoursAgo(-2), targetRemindAt: world.hoursAgo(-1.5), targetBreachAt: world.hoursAgo(-2),
      answeredAt: null, targetReminded: false, targetBreached: false, portalWaitsSince: null, portalRemindAt: null,
    })
  })

  it('is a manager’s approval for what waited: nothing runs before', async () => {
    const { world, store, deps, hikari, dana, submit, decide, kase } = await p1World(await fresh())
    await store.db.resellerPolicy.update({ where: { organizationId: hikari }, data: { desk: 'PORTAL', remindAfterHours: 3 } })
    const { number } = await submit()
    expect(await kase(number)).toMatchObject({ state: 'PENDING_APPROVAL', ...nothingRuns })
    world.pass(5)
    await startOldCases(deps)
    await keepCaseTimes(deps)
    expect(await kase(number)).toMatchObject({ state: 'PENDING_APPROVAL', ...nothingRuns })
    await decide(dana, 'APPROVE')
    expect(await kase(number)).toMatchObject({
      state: 'NEW', desk: 'PORTAL', deskSince: world.now, clockSince: world.now, targetAt: world.hoursAgo(-0.25), portalWaitsSince: world.now, portalRemindAt: world.hoursAgo(-3),
    })
  })

  it('follows the settings of the filing domain, and of the managing one for what the customer filed itself', async () => {
    const { world, hikari, boreal, acme } = await smallWorld(await fresh())
    const { db } = world.store
    const set = (minutes: number) => ({ minutes, aroundTheClock: true })
    const all = (minutes: number) => ({ P1: set(minutes), P2: set(minutes), P3: set(minutes), P4: set(minutes) })
    for (const [organizationId, minutes, desk] of [[hikari, 30, 'BUILT_IN'], [boreal, 60, 'PORTAL']] as const) {
      await db.resellerPolicy.update({ where: { organizationId }, data: { desk, responseTargets: { STANDARD: all(minutes), ENHANCED: all(minutes), PREMIUM: all(minutes) } } })
    }
    const kase = { filedByOrgId: hikari, managedAtFilingId: boreal, customerId: acme.id, severity: 'P1', timeZone: 'Asia/Tokyo' } as const
    const started = (more: Partial<Parameters<typeof startColumns>[1]>) => world.store.transaction((tx) => startColumns(tx, { kind: 'DELEGATED', ...kase, ...more }, world.now))
    expect(await started({})).toMatchObject({ desk: 'BUILT_IN', targetAt: world.hoursAgo(-0.5) })
    expect(await started({ kind: 'DIRECT', filedByOrgId: acme.organizationId })).toMatchObject({ desk: 'PORTAL', targetAt: world.hoursAgo(-1) })
    // Nobody managed the customer: the defaults, P1 of a PREMIUM customer.
    expect(await started({ kind: 'DIRECT', filedByOrgId: acme.organizationId, managedAtFilingId: null })).toMatchObject({ desk: 'BUILT_IN', targetAt: world.hoursAgo(-0.25) })
    expect(await started({ kind: 'DIRECT', managedAtFilingId: null, severity: 'P4' })).toMatchObject({ targetAt: new Date('2026-03-03T08:00:00Z') })
  })

  it('counts working hours as the domain keeps them, in its zone', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    const { db } = world.store
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { workingHours: { days: [6], from: 600, to: 1200, timeZone: 'Europe/Paris' } } })
    const rule = await clockRuleOf(db, { kind: 'DELEGATED', filedByOrgId: hikari, managedAtFilingId: null, tier: 'STANDARD', severity: 'P2', timeZone: 'Asia/Tokyo' })
    expect(rule).toMatchObject({ tier: 'STANDARD', severity: 'P2', timeZone: 'Asia/Tokyo', hours: { days: [6], from: 600, to: 1200, timeZone: 'Europe/Paris' } })
  })

  it('fails, rather than count by something else, when the settings cannot be read', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    const { db } = world.store
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { workingHours: { days: [], from: 1, to: 0, timeZone: null } } })
    await expect(clockRuleOf(db, { kind: 'DELEGATED', filedByOrgId: hikari, managedAtFilingId: null, tier: 'STANDARD', severity: 'P2', timeZone: 'UTC' })).rejects.toThrow()
  })
}) })
