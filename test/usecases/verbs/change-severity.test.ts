import { describe, expect, it } from 'vitest'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import type { Severity } from '../../../src/domain/words.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('changing the severity (CASE-4)', () => { eachStore((_kind, fresh) => {
  it('is a history entry with its reason, and the clock counts by the new target', async () => {
    const { world, deps, ben, filed, on, row, history, audited } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { severity: 'P3' })
    const before = await row(number)
    world.pass(0.25)
    expect(await changeSeverity(deps, ben, { ...on(number), severity: 'P1', reason: ' Nobody gets mail. ' })).toMatchObject({ number, state: 'IN_PROGRESS' })
    const after = await row(number)
    expect(after).toMatchObject({ severity: 'P1', state: 'IN_PROGRESS', version: 2, clockSince: before.clockSince, deskSince: before.deskSince })
    expect(after.targetAt!.getTime()).toBeLessThan(before.targetAt!.getTime())
    expect(await history(number)).toMatchObject([{ kind: 'SEVERITY', authorName: 'Ben', text: 'Nobody gets mail.', data: { severity: { from: 'P3', to: 'P1' } } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.severity_changed', before: { severity: 'P3' }, after: { severity: 'P1' } }])
  })

  it('tells the desk what the team raised, and nobody what it lowered or the desk reclassified', async () => {
    const { deps, ben, kim, filed, on, sent, tells } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { severity: 'P3', deskOwnerId: kim.accountId })
    const change = (who: typeof ben, severity: Severity) => changeSeverity(deps, who, { ...on(number), severity, reason: 'It is so.' })
    await change(ben, 'P2')
    expectSent(await sent(), ...inChannel, tells(kim))
    await change(ben, 'P4')
    expectSent(await sent(), ...inChannel)
    await change(kim, 'P2')
    expectSent(await sent(), ...inChannel)
  })

  it('of a case carried by hand waits to be carried, raised or lowered (CASE-9)', async () => {
    const { world, deps, ben, filed, on, row } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { desk: 'PORTAL', severity: 'P2' })
    expect((await row(number)).portalWaitsSince).toBeNull()
    await changeSeverity(deps, ben, { ...on(number), severity: 'P4', reason: 'It can wait.' })
    expect((await row(number)).portalWaitsSince).toEqual(world.now)
  })

  it('leaves a clock that stands still or was met as it is', async () => {
    const { deps, ben, filed, on, row } = await caseWorld(await fresh())
    for (const state of ['ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const) {
      const number = await filed(state, { severity: 'P3' })
      const before = await row(number)
      await changeSeverity(deps, ben, { ...on(number), severity: 'P1', reason: 'Nobody gets mail.' })
      const { clockSince, clockSpent, answeredAt, deskSince, state: now } = await row(number)
      expect({ clockSince, clockSpent, answeredAt, deskSince, now }).toEqual({
        clockSince: null, clockSpent: before.clockSpent, answeredAt: before.answeredAt, deskSince: null, now: state,
      })
    }
  })

  it('needs another severity and a reason, of team and desk', async () => {
    const { world, deps, ben, kim, filed, on } = await caseWorld(await fresh())
    const number = await filed('NEW', { severity: 'P3' })
    await expectNoRowsWritten(world.store, async () => {
      for (const who of [ben, kim]) {
        const change = (severity: Severity, reason: string) => refusalOf(changeSeverity(deps, who, { ...on(number), severity, reason }))
        expect(await change('P3', 'It is so.')).toEqual({ code: 'form', problems: [{ field: 'severity', problem: 'unchanged' }] })
        expect(await change('P9' as Severity, 'It is so.')).toEqual({ code: 'form', problems: [{ field: 'severity', problem: 'unknown' }] })
        expect(await change('P2', '  ')).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'required' }] })
        expect(await change('P2', 'Call +81 3-1234-5678')).toMatchObject({ code: 'personal_data', findings: [{ place: 'reason', kind: 'phone' }] })
      }
    })
  })
}) })
