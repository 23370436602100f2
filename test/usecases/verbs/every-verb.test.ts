import { describe, expect, it } from 'vitest'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { desksToo, everyVerb, sharedCase } from './every-verb.js'

describe('everything done with a case', () => { eachStore((_kind, fresh) => {
  it('is found by nobody of another domain, and needs the privileges', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, sven, nova, paul, hikari, desk, filed, hooli, on } = of
    const half = await world.account('half@hikari.example', hikari, { privileges: ['VIEW_CUSTOMERS'] })
    const mute = await world.account('mute@desk.example', desk, { privileges: [] })
    for (const { action, state, run } of everyVerb) {
      const number = await sharedCase(of, state)
      const theirs = await filed(state, { customerId: hooli.id, filedBy: sven })
      await expectNoRowsWritten(world.store, async () => {
        for (const [who, what, code] of [
          [sven, number, 'case_not_found'], [of.petra, theirs, 'case_not_found'], [of.aiko, theirs, 'case_not_found'], [of.aiko, 4711, 'case_not_found'],
          [nova, number, 'privileges_missing'], [half, number, 'privileges_missing'], [paul, number, 'privileges_missing'], [mute, number, 'privileges_missing'],
        ] as const) {
          const refusal = await refusalOf(run(of, who, on(what)))
          expect(refusal).toMatchObject(code === 'case_not_found' ? { code, words: String(what) } : { code })
          // The form is refused in the same words as what it begins.
          expect(await refusalOf(openVerb(deps, who, { number: what, action }))).toEqual(refusal)
        }
      })
    }
  })

  it('is locked to the reseller while access is off, and open to the customer (ACCESS-1)', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, ben, petra, accessOff, on } = of
    await accessOff()
    for (const { action, state, run } of everyVerb) {
      const number = await sharedCase(of, state)
      const locked = { code: 'case_locked', number, customer: 'Acme', block: { reason: 'switch_off' } }
      await expectNoRowsWritten(world.store, async () => {
        expect(await refusalOf(run(of, ben, on(number)))).toMatchObject(locked)
        expect(await refusalOf(openVerb(deps, ben, { number, action }))).toMatchObject(locked)
      })
      expect(await run(of, petra, on(number))).toMatchObject({ number, already: false })
    }
  })

  it('is done by the desk only where it is the desk\'s too', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, kim, on } = of
    for (const { action, state, run } of everyVerb) {
      const number = await sharedCase(of, state)
      if (desksToo.includes(action)) {
        expect(await openVerb(deps, kim, { number, action })).toMatchObject({ number })
        expect(await run(of, kim, on(number))).toMatchObject({ number, already: false })
        continue
      }
      await expectNoRowsWritten(world.store, async () => {
        expect(await refusalOf(run(of, kim, on(number)))).toEqual({ code: 'team_only', number })
        expect(await refusalOf(openVerb(deps, kim, { number, action }))).toEqual({ code: 'team_only', number })
      })
    }
  })

  it('waits until the case is filed, and goes only with its states', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, ben, on } = of
    for (const { action, run } of everyVerb) {
      const waiting = await sharedCase(of, 'PENDING_APPROVAL')
      const wrong = action === 'reopen' ? await sharedCase(of, 'IN_PROGRESS') : action === 'note' || action === 'unshare' ? waiting : await sharedCase(of, 'CLOSED')
      const code = action === 'reopen' ? 'not_closed' : wrong === waiting ? 'case_waits' : 'case_closed'
      await expectNoRowsWritten(world.store, async () => {
        for (const [number, refused] of [[waiting, 'case_waits'], [wrong, code]] as const) {
          expect(await refusalOf(run(of, ben, on(number)))).toMatchObject({ code: refused, number })
          expect(await refusalOf(openVerb(deps, ben, { number, action }))).toMatchObject({ code: refused, number })
        }
      })
    }
  })

  it('is done once, however often it is delivered, and answered the same', async () => {
    const of = await caseWorld(await fresh())
    const { world, ben, on, row, history } = of
    for (const { state, run } of everyVerb) {
      const verb = on(await sharedCase(of, state))
      const done = await run(of, ben, verb)
      expect(done.already).toBe(false)
      const { wakes } = world
      const again = await expectNoRowsWritten(world.store, () => run(of, ben, verb))
      expect(again).toEqual({ ...done, already: true })
      expect(world.wakes).toBe(wakes)
      expect(await history(verb.number)).toHaveLength(1)
      expect((await row(verb.number)).state).toBe(done.state)
    }
  })

  it('says in the audit trail who did it and where from, once', async () => {
    const of = await caseWorld(await fresh())
    const { ben, on, audited } = of
    for (const { state, run } of everyVerb) {
      const number = await sharedCase(of, state)
      await run(of, ben, { ...on(number), origin: { how: 'button' } })
      expect(await audited(number)).toMatchObject([{ actorId: ben.accountId, origin: { how: 'button', userId: ben.slack.userId } }])
      expect(JSON.stringify(await audited(number))).not.toMatch(/Here it is|Still late|Between us|More are hit|It works|It is back|new@acme|jo@acme/)
    }
  })
}) })
