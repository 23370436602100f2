import { describe, expect, it } from 'vitest'
import { handOverCase } from '../../../src/usecases/verbs/hand-over-case.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { takeCase } from '../../../src/usecases/verbs/take-case.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('the owner of a case (CASE-4)', () => { eachStore((_kind, fresh) => {
  it('is who takes it, of those whose organization sees it', async () => {
    const { deps, aiko, ben, petra, filed, on, row, history, audited, sent } = await caseWorld(await fresh())
    const number = await filed()
    await takeCase(deps, ben, on(number))
    expect(await row(number)).toMatchObject({ ownerId: ben.accountId, deskOwnerId: null, state: 'NEW', version: 2 })
    // Who takes it knows, and whom it was taken from has nothing to do.
    expectSent(await sent(), ...inChannel)
    await takeCase(deps, petra, on(number))
    expect((await row(number)).ownerId).toBe(petra.accountId)
    expect(await history(number)).toMatchObject([
      { kind: 'OWNER', authorName: 'Ben', data: { owner: { from: 'Aiko', to: 'Ben', atDesk: false } } },
      { kind: 'OWNER', authorName: 'Petra', data: { owner: { from: 'Ben', to: 'Petra', atDesk: false } } },
    ])
    expect(await audited(number)).toMatchObject([
      { action: 'case.owner_changed', before: { ownerId: aiko.accountId }, after: { ownerId: ben.accountId } }, { after: { ownerId: petra.accountId } },
    ])
  })

  it('takes it once, also from nobody', async () => {
    const { world, deps, ben, filed, on, history } = await caseWorld(await fresh())
    const number = await filed('NEW', { ownerId: null })
    await takeCase(deps, ben, on(number))
    expect(await history(number)).toMatchObject([{ data: { owner: { from: null, to: 'Ben' } } }])
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(takeCase(deps, ben, on(number)))).toEqual({ code: 'already_yours', number })
    })
  })

  it('is the colleague it is handed over to, who is told', async () => {
    const { deps, aiko, ben, dana, filed, on, row, history, sent, tells } = await caseWorld(await fresh())
    const number = await filed()
    const verb = { ...on(number), accountId: ben.accountId }
    expect(await handOverCase(deps, aiko, verb)).toMatchObject({ already: false, newOwner: 'Ben' })
    expect(await handOverCase(deps, aiko, verb)).toMatchObject({ already: true, newOwner: 'Ben' })
    expect((await row(number)).ownerId).toBe(ben.accountId)
    expectSent(await sent(), ...inChannel, tells(ben))
    // By who does not own it, too.
    await handOverCase(deps, aiko, { ...on(number), accountId: dana.accountId })
    expect(await history(number)).toMatchObject([{ data: { owner: { from: 'Aiko', to: 'Ben' } } }, { authorName: 'Aiko', data: { owner: { from: 'Ben', to: 'Dana' } } }])
    expectSent(await sent(), ...inChannel, tells(dana))
  })

  it('is chosen among active colleagues who may see cases, and nobody else', async () => {
    const { world, deps, hikari, aiko, ben, dana, nova, omar, petra, paul, pia, sven, kim, filed, on } = await caseWorld(await fresh())
    const gone = await world.account('gone@hikari.example', hikari, { name: 'Gone', status: 'SUSPENDED' })
    const number = await filed()
    const offered = async (who: typeof aiko) => (await openVerb(deps, who, { number, action: 'handOver' })).colleagues.map(({ name }) => name)
    expect(await offered(aiko)).toEqual(['Ben', 'Dana'])
    expect(await offered(ben)).toEqual(['Dana'])
    expect(await offered(petra)).toEqual(['Pia'])
    expect((await openVerb(deps, ben, { number, action: 'take' })).colleagues).toEqual([])
    await expectNoRowsWritten(world.store, async () => {
      for (const { accountId } of [gone, nova, omar, sven, kim, petra, paul, aiko, { accountId: 'nobody' }]) {
        expect(await refusalOf(handOverCase(deps, aiko, { ...on(number), accountId }))).toEqual({ code: 'form', problems: [{ field: 'owner', problem: 'unknown' }] })
      }
      expect(await refusalOf(handOverCase(deps, petra, { ...on(number), accountId: ben.accountId }))).toEqual({ code: 'form', problems: [{ field: 'owner', problem: 'unknown' }] })
      expect(await refusalOf(handOverCase(deps, aiko, { ...on(number), accountId: '' }))).toEqual({ code: 'form', problems: [{ field: 'owner', problem: 'required' }] })
      expect(await refusalOf(handOverCase(deps, ben, { ...on(number), accountId: aiko.accountId }))).toEqual({ code: 'form', problems: [{ field: 'owner', problem: 'unchanged' }] })
    })
    await handOverCase(deps, petra, { ...on(number), accountId: pia.accountId })
    await handOverCase(deps, ben, { ...on(number), accountId: dana.accountId })
  })
}) })
