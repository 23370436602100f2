import { addHours, addSeconds } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { reopenCase } from '../../../src/usecases/verbs/reopen-case.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('reopening a case (CASE-6)', () => { eachStore((_kind, fresh) => {
  it('is the desk\'s to answer again, of the same owners', async () => {
    const { world, deps, aiko, ben, kim, filed, on, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const number = await filed('CLOSED', { deskOwnerId: kim.accountId })
    world.pass(29 * 24)
    expect(await reopenCase(deps, ben, { ...on(number), reason: ' It is back. ' })).toMatchObject({ number, state: 'IN_PROGRESS' })
    expect(await row(number)).toMatchObject({
      state: 'IN_PROGRESS', closedAt: null, deskSince: world.now, clockSince: world.now, answeredAt: null, ownerId: aiko.accountId, deskOwnerId: kim.accountId, version: 2,
    })
    expect(await history(number)).toMatchObject([{ kind: 'REOPENED', authorName: 'Ben', text: 'It is back.', data: { state: { from: 'CLOSED', to: 'IN_PROGRESS' } } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.reopened', before: { state: 'CLOSED' }, after: { state: 'IN_PROGRESS' } }])
    expectSent(await sent(), ...inChannel, tells(kim))
  })

  it('goes until the last second of the window, and not one later', async () => {
    const { world, deps, ben, filed, on } = await caseWorld(await fresh())
    const [first, second] = [await filed('CLOSED'), await filed('CLOSED')]
    const deadline = addHours(world.now, 720)
    world.now = deadline
    expect((await openVerb(deps, ben, { number: first, action: 'reopen' })).reopenUntil).toEqual(deadline)
    await reopenCase(deps, ben, { ...on(first), reason: 'Just in time.' })
    world.now = addSeconds(deadline, 1)
    const passed = { code: 'reopen_window_passed', number: second, deadline }
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(reopenCase(deps, ben, { ...on(second), reason: 'Late.' }))).toEqual(passed)
      expect(await refusalOf(openVerb(deps, ben, { number: second, action: 'reopen' }))).toEqual(passed)
      expect(await refusalOf(reopenCase(deps, ben, { ...on(first), reason: 'Open.' }))).toEqual({ code: 'not_closed', number: first })
    })
  })

  it('counts from the last closing, by what the domain says then', async () => {
    const { world, deps, db, hikari, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('CLOSED')
    world.pass(20 * 24)
    await reopenCase(deps, ben, { ...on(number), reason: 'It is back.' })
    await closeCase(deps, ben, { ...on(number), reason: 'It works.' })
    const closedAt = world.now
    world.pass(20 * 24)
    await reopenCase(deps, ben, { ...on(number), reason: 'It is back again.' })
    await closeCase(deps, ben, { ...on(number), reason: 'It works.' })
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { reopenWindowDays: 7 } })
    world.pass(7 * 24 + 1)
    expect(await refusalOf(reopenCase(deps, ben, { ...on(number), reason: 'Late.' }))).toMatchObject({ code: 'reopen_window_passed', deadline: addHours(closedAt, 27 * 24) })
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { reopenWindowDays: 8 } })
    await reopenCase(deps, ben, { ...on(number), reason: 'In time after all.' })
  })

  it('needs a reason', async () => {
    const { world, deps, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('CLOSED')
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(reopenCase(deps, ben, { ...on(number), reason: '' }))).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'required' }] })
      expect(await refusalOf(reopenCase(deps, ben, { ...on(number), reason: 'jane@acme.com again' }))).toMatchObject({ code: 'personal_data' })
    })
  })
}) })
