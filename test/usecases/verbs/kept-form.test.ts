import { describe, expect, it } from 'vitest'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { keepForm } from '../../../src/usecases/verbs/keep-form.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('a form of a case', () => { eachStore((_kind, fresh) => {
  it('holds what the case is like now, and how it was shown', async () => {
    const { world, deps, db, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('ACTION_REQUIRED', { title: 'Mail is slow', severity: 'P2', portalNumber: '5-123' })
    await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
    const form = await expectNoRowsWritten(world.store, () => openVerb(deps, ben, { number, action: 'reply' }))
    const newest = await db.caseEvent.findFirstOrThrow({ where: { caseNumber: number }, orderBy: { id: 'desc' } })
    expect(form).toEqual({
      number, title: 'Mail is slow', customerName: 'Acme', state: 'ACTION_REQUIRED', severity: 'P2', tier: 'PREMIUM', seen: { version: 1, entry: newest.id },
      kept: {}, colleagues: [], shares: ['jo@acme.example'], needsApproval: false, reopenUntil: null, portalNumber: '5-123',
    })
    await closeCase(deps, ben, { ...on(number), reason: 'Done.' })
    expect((await openVerb(deps, ben, { number, action: 'unshare' })).reopenUntil).toEqual(new Date(world.now.getTime() + 30 * 86_400_000))
    expect(await refusalOf(openVerb(deps, ben, { number, action: 'reply' }))).toMatchObject({ code: 'case_closed' })
  })

  it('says whether a manager decides about an escalation first', async () => {
    const { deps, db, hikari, ben, filed } = await caseWorld(await fresh())
    const number = await filed()
    expect((await openVerb(deps, ben, { number, action: 'escalate' })).needsApproval).toBe(false)
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { escalationNeedsApproval: true } })
    expect((await openVerb(deps, ben, { number, action: 'escalate' })).needsApproval).toBe(true)
    expect((await openVerb(deps, ben, { number, action: 'reply' })).needsApproval).toBe(false)
  })

  it('offers what its reader alone typed into it, until that is submitted', async () => {
    const { deps, aiko, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const kept = async (who: typeof ben, action: 'reply' | 'note' | 'close' = 'reply') => (await openVerb(deps, who, { number, action })).kept
    await keepForm(deps, ben, { number, form: 'reply', values: { message: 'Half a' } })
    await keepForm(deps, ben, { number, form: 'reply', values: { message: ' Half a sentence', other: ' ' } })
    await keepForm(deps, ben, { number, form: 'close', values: { reason: 'It w' } })
    expect(await kept(ben)).toEqual({ message: ' Half a sentence' })
    expect(await kept(ben, 'close')).toEqual({ reason: 'It w' })
    expect(await kept(ben, 'note')).toEqual({})
    expect(await kept(aiko)).toEqual({})
    // A refusal keeps it; so does what somebody else does.
    await refusalOf(replyToDesk(deps, ben, { ...on(number), message: '' }))
    await replyToDesk(deps, aiko, { ...on(number), message: 'Mine.' })
    expect(await kept(ben)).toEqual({ message: ' Half a sentence' })
    await replyToDesk(deps, ben, { ...on(number), message: 'Half a sentence, and the rest.' })
    expect(await kept(ben)).toEqual({})
    expect(await kept(ben, 'close')).toEqual({ reason: 'It w' })
  })

  it('forgets what was taken out of it again', async () => {
    const { deps, db, ben, filed } = await caseWorld(await fresh())
    const number = await filed()
    await keepForm(deps, ben, { number, form: 'reply', values: { message: 'Half' } })
    await keepForm(deps, ben, { number, form: 'reply', values: { message: ' \n' } })
    await keepForm(deps, ben, { number, form: 'note', values: {} })
    expect(await db.keptForm.count()).toBe(0)
  })

  it('keeps quietly nothing of a case that is not its reader\'s to see', async () => {
    const { world, deps, sven, nova, filed } = await caseWorld(await fresh())
    const number = await filed()
    await expectNoRowsWritten(world.store, async () => {
      for (const [who, what] of [[sven, number], [nova, number], [sven, 4711]] as const) {
        expect(await keepForm(deps, who, { number: what, form: 'reply', values: { message: 'Let me in' } })).toBeUndefined()
      }
    })
  })

  it('is none of a case that was withdrawn from its reader, who finds what was typed when it comes back', async () => {
    const { world, deps, acme, hikari, ben, filed, accessOff } = await caseWorld(await fresh())
    const number = await filed()
    await accessOff()
    await keepForm(deps, ben, { number, form: 'reply', values: { message: 'Half a sentence' } })
    expect(await refusalOf(openVerb(deps, ben, { number, action: 'reply' }))).toMatchObject({ code: 'case_locked' })
    world.pass(1)
    await world.ledger(acme.id, hikari, { change: 'SWITCH_ON', at: world.now })
    expect((await openVerb(deps, ben, { number, action: 'reply' })).kept).toEqual({ message: 'Half a sentence' })
  })
}) })
