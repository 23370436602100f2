import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('a reply to the desk (CASE-4)', () => { eachStore((_kind, fresh) => {
  it.each([
    ['NEW', 'NEW', 'reply'], ['IN_PROGRESS', 'IN_PROGRESS', 'reply'], ['ACTION_REQUIRED', 'IN_PROGRESS', 'reply'],
    ['SOLUTION_PROVIDED', 'IN_PROGRESS', 'reply'], ['SOLUTION_PROVIDED', 'IN_PROGRESS', 'notSolved'],
  ] as const)('of a case in %s leaves it in %s (%s)', async (from, to, action) => {
    const { world, deps, ben, kim, filed, on, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const number = await filed(from, { deskOwnerId: kim.accountId })
    const before = await row(number)
    world.now = addHours(world.now, 1)
    expect(await replyToDesk(deps, ben, { ...on(number), action, message: ' Here it is. ' })).toMatchObject({ number, state: to, already: false })
    const after = await row(number)
    expect(after).toMatchObject({ state: to, version: 2, updatedAt: world.now, closedAt: null, ownerId: before.ownerId, deskOwnerId: kim.accountId })
    // What the desk owes already it owes since then; what waited for us it owes from now on.
    expect(after.deskSince).toEqual(before.deskSince ?? world.now)
    expect(after.clockSince).toEqual(before.clockSince ?? world.now)
    expect(after.answeredAt).toBeNull()
    expect(await history(number)).toMatchObject([{ kind: 'REPLY', audience: 'CASE', authorName: 'Ben', text: 'Here it is.', data: { state: { from, to } } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.replied', before: { state: from }, after: { state: to } }])
    expectSent(await sent(), ...inChannel, tells(kim))
  })

  it('lets a paused clock go on with what was left, and one that was met start anew', async () => {
    const { world, deps, ben, filed, on, row, db } = await caseWorld(await fresh())
    const paused = await filed('ACTION_REQUIRED')
    await db.case.update({ where: { number: paused }, data: { clockSpent: 600 } })
    const met = await filed('SOLUTION_PROVIDED')
    world.now = addHours(world.now, 1)
    await replyToDesk(deps, ben, { ...on(paused), message: 'Yes.' })
    await replyToDesk(deps, ben, { ...on(met), message: 'No.' })
    const [first, second] = [await row(paused), await row(met)]
    expect(first).toMatchObject({ clockSince: world.now, clockSpent: 600 })
    expect(second).toMatchObject({ clockSince: world.now, clockSpent: 0, answeredAt: null })
    expect(second.targetAt!.getTime() - first.targetAt!.getTime()).toBe(600_000)
  })

  it('goes to those who follow by email, where mail is sent', async () => {
    const { world, deps, ben, filed, on, db, sent } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    await db.caseShare.createMany({ data: ['a@acme.example', 'b@acme.example'].map((email) => ({ caseNumber: number, email, addedAt: world.now })) })
    await replyToDesk(deps, ben, { ...on(number), message: 'Yes.' })
    expectSent(await sent(), ...inChannel, 'share_update email:a@acme.example', 'share_update email:b@acme.example')
    world.settings.email = false
    await replyToDesk(deps, ben, { ...on(number), message: 'Yes.' })
    expectSent(await sent(), ...inChannel)
  })

  it('needs a message, without personal data unless that is confirmed for a reason (CASE-2)', async () => {
    const { world, deps, ben, filed, on, row, history, audited } = await caseWorld(await fresh())
    const verb = on(await filed('ACTION_REQUIRED'))
    const reply = (message: string, confirmation?: { reason: string; digest: string }) => replyToDesk(deps, ben, { ...verb, message, confirmation })
    const card = 'Card 4111 1111 1111 1111'
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(reply(' \n '))).toEqual({ code: 'form', problems: [{ field: 'message', problem: 'required' }] })
      expect(await refusalOf(reply('😀'.repeat(3001)))).toEqual({ code: 'form', problems: [{ field: 'message', problem: 'too_long', max: 3000, length: 3001 }] })
      const found = await refusalOf(reply(card))
      expect(found).toMatchObject({ code: 'personal_data', findings: [{ place: 'message', kind: 'card' }] })
      const digest = found.code === 'personal_data' ? found.digest : ''
      expect(await refusalOf(reply(card, { reason: ' ', digest }))).toEqual({ code: 'fields', problems: [{ field: 'reason', problem: 'required' }] })
      expect(await refusalOf(reply(`${card}, jane@acme.com`, { reason: 'A test card', digest }))).toMatchObject({ code: 'personal_data' })
    })
    const found = await refusalOf(reply(card))
    await reply(card, { reason: 'A test card', digest: found.code === 'personal_data' ? found.digest : '' })
    expect((await row(verb.number)).state).toBe('IN_PROGRESS')
    const confirmed = { findings: [{ place: 'message', kind: 'card' }], reason: 'A test card' }
    expect(await history(verb.number)).toMatchObject([{ text: card, data: { confirmed } }])
    expect(await audited(verb.number)).toMatchObject([{ after: { confirmed } }])
    expect(JSON.stringify(await audited(verb.number))).not.toContain('4111')
  })

  it('says that nothing was solved only of a solution that was proposed', async () => {
    const { world, deps, ben, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(replyToDesk(deps, ben, { ...on(number), action: 'notSolved', message: 'No.' }))).toEqual({ code: 'no_solution_yet', number })
    })
  })
}) })
