import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('closing a case (CASE-4, CASE-6)', () => { eachStore((_kind, fresh) => {
  it.each(['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const)('ends what waits, from %s', async (state) => {
    const { world, deps, ben, filed, on, row, history, audited, sent } = await caseWorld(await fresh())
    const number = await filed(state)
    world.now = addHours(world.now, 1)
    expect(await closeCase(deps, ben, { ...on(number), reason: '  It works. ' }))
      .toEqual({ number, title: 'Mail is late', customerName: 'Acme', state: 'CLOSED', desk: 'BUILT_IN', already: false, waitsFor: [] })
    expect(await row(number)).toMatchObject({
      state: 'CLOSED', closedAt: world.now, updatedAt: world.now, version: 2, deskSince: null, clockSince: null, targetRemindAt: null, targetBreachAt: null,
    })
    expect(await history(number)).toMatchObject([{ kind: 'CLOSED', audience: 'CASE', authorName: 'Ben', text: 'It works.', data: { state: { from: state, to: 'CLOSED' } }, at: world.now }])
    expect(await audited(number)).toMatchObject([{ action: 'case.closed', actorId: ben.accountId, before: { state }, after: { state: 'CLOSED' } }])
    expectSent(await sent(), ...inChannel)
  })

  it('tells the owner when the desk did it, and who works on it at the desk when the team did', async () => {
    const { deps, aiko, kim, filed, on, sent, tells } = await caseWorld(await fresh())
    await closeCase(deps, kim, { ...on(await filed('IN_PROGRESS')), reason: 'No answer for a month.' })
    expectSent(await sent(), ...inChannel, tells(aiko))
    await closeCase(deps, aiko, { ...on(await filed('IN_PROGRESS', { deskOwnerId: kim.accountId })), reason: 'It works.' })
    expectSent(await sent(), ...inChannel, tells(kim))
  })

  it('is done once, however often it is delivered', async () => {
    const { world, deps, aiko, filed, on, row, history } = await caseWorld(await fresh())
    const verb = { ...on(await filed()), reason: 'It works.' }
    const done = await closeCase(deps, aiko, verb)
    const { wakes } = world
    expect(await expectNoRowsWritten(world.store, () => closeCase(deps, aiko, verb))).toEqual({ ...done, already: true })
    expect(world.wakes).toBe(wakes)
    expect((await row(verb.number)).version).toBe(2)
    expect(await history(verb.number)).toHaveLength(1)
  })

  it('needs a reason, without personal data unless that is confirmed', async () => {
    const { world, deps, aiko, filed, on, history, audited } = await caseWorld(await fresh())
    const verb = on(await filed())
    const close = (reason: string, confirmation?: { reason: string; digest: string }) => closeCase(deps, aiko, { ...verb, reason, confirmation })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(close(' '))).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'required' }] })
      expect(await refusalOf(close('x'.repeat(3001)))).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'too_long', max: 3000, length: 3001 }] })
      expect(await refusalOf(close('Ask jane@acme.com'))).toMatchObject({ code: 'personal_data', findings: [{ place: 'reason', kind: 'email' }] })
    })
    const found = await refusalOf(close('Ask jane@acme.com'))
    const digest = found.code === 'personal_data' ? found.digest : ''
    await close('Ask jane@acme.com', { reason: 'She agreed', digest })
    const confirmed = { findings: [{ place: 'reason', kind: 'email' }], reason: 'She agreed' }
    expect(await history(verb.number)).toMatchObject([{ text: 'Ask jane@acme.com', data: { confirmed } }])
    expect(await audited(verb.number)).toMatchObject([{ after: { confirmed } }])
    expect(JSON.stringify(await audited(verb.number))).not.toContain('jane')
  })
}) })
