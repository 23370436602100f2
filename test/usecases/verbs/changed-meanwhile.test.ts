import { describe, expect, it } from 'vitest'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { everyVerb, sharedCase } from './every-verb.js'

describe('two people who change the same case (CASE-8)', () => { eachStore((_kind, fresh) => {
  it('are not in each other\'s way: the second is told what the first did, and then goes through', async () => {
    const { world, deps, aiko, ben, filed, on, row, history } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { severity: 'P3' })
    const { seen } = await openVerb(deps, ben, { number, action: 'reply' })
    await changeSeverity(deps, aiko, { ...on(number), severity: 'P2', reason: 'More are hit.' })
    const verb = { ...on(number), message: 'Here it is.' }
    const refusal = await expectNoRowsWritten(world.store, () => refusalOf(replyToDesk(deps, ben, { ...verb, seen })))
    expect(refusal).toEqual({
      code: 'case_changed', number, seen: { version: 2, entry: expect.any(Number) },
      entries: [{ at: world.now, kind: 'SEVERITY', authorName: 'Aiko', text: 'More are hit.', data: { severity: { from: 'P3', to: 'P2' } } }],
    })
    const now = refusal.code === 'case_changed' ? refusal.seen : seen
    expect(now).toEqual((await openVerb(deps, ben, { number, action: 'reply' })).seen)
    // The same form, so the same delivery as far as that tells.
    expect(await replyToDesk(deps, ben, { ...verb, seen: now })).toMatchObject({ already: false })
    expect((await row(number)).version).toBe(3)
    expect(await history(number)).toHaveLength(2)
  })

  it('are told of nobody\'s notes but those of their own organization, and a note alone overtakes nobody', async () => {
    const { deps, aiko, ben, petra, kim, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const { seen } = await openVerb(deps, petra, { number, action: 'close' })
    const { seen: ours } = await openVerb(deps, ben, { number, action: 'close' })
    await addNote(deps, aiko, { ...on(number), message: 'Between us.' })
    await addNote(deps, kim, { ...on(number), message: 'At the desk.' })
    await addNote(deps, petra, { ...on(number), message: 'At home.' })
    await replyToDesk(deps, ben, { ...on(number), seen: ours, message: 'Here it is.' })
    const told = async (who: typeof ben, then: typeof seen) => {
      const refusal = await refusalOf(closeCase(deps, who, { ...on(number), seen: then, reason: 'Done.' }))
      return refusal.code === 'case_changed' ? refusal.entries.map(({ text }) => text) : refusal
    }
    expect(await told(petra, seen)).toEqual(['At home.', 'Here it is.'])
    expect(await told(ben, ours)).toEqual(['Between us.', 'Here it is.'])
  })

  it('are told the latest of much', async () => {
    const { deps, aiko, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const { seen } = await openVerb(deps, ben, { number, action: 'reply' })
    for (let nth = 1; nth <= 7; nth += 1) await replyToDesk(deps, aiko, { ...on(number), message: `Reply ${nth}` })
    const refusal = await refusalOf(replyToDesk(deps, ben, { ...on(number), seen, message: 'Mine.' }))
    expect(refusal.code === 'case_changed' && refusal.entries.map(({ text }) => text)).toEqual([3, 4, 5, 6, 7].map((nth) => `Reply ${nth}`))
  })

  it('are told of no link to a case they may not see (SCOPE-1)', async () => {
    const { world, deps, db, aiko, ben, sven, hooli, filed, on } = await caseWorld(await fresh())
    const [number, ours, theirs] = [await filed(), await filed(), await filed('NEW', { customerId: hooli.id, filedBy: sven })]
    const { seen } = await openVerb(deps, ben, { number, action: 'reply' })
    await db.caseEvent.createMany({ data: [ours, theirs].map((related) => ({ caseNumber: number, at: world.now, kind: 'LINKED' as const, authorName: 'Aiko', data: { related } })) })
    await replyToDesk(deps, aiko, { ...on(number), message: 'See the other.' })
    const refusal = await refusalOf(replyToDesk(deps, ben, { ...on(number), seen, message: 'Mine.' }))
    expect(refusal.code === 'case_changed' && refusal.entries.map(({ data }) => data?.related)).toEqual([ours, undefined])
  })

  it('are told that it does not go any more, rather than what changed', async () => {
    const { world, deps, aiko, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const { seen } = await openVerb(deps, ben, { number, action: 'reply' })
    await closeCase(deps, aiko, { ...on(number), reason: 'Done.' })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(replyToDesk(deps, ben, { ...on(number), seen, message: 'Wait.' }))).toMatchObject({ code: 'case_closed', number })
    })
  })

  it('are held apart in everything but notes', async () => {
    const of = await caseWorld(await fresh())
    const { world, ben, on, db } = of
    for (const { action, state, run } of everyVerb) {
      const number = await sharedCase(of, state)
      await db.case.update({ where: { number }, data: { version: 7 } })
      const verb = { ...on(number), seen: { version: 6, entry: 0 } }
      if (action === 'note') expect(await run(of, ben, verb)).toMatchObject({ already: false })
      else expect(await expectNoRowsWritten(world.store, () => refusalOf(run(of, ben, verb)))).toMatchObject({ code: 'case_changed', seen: { version: 7 } })
    }
  })
}) })
