import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import type { answerStates } from '../../../src/domain/desk/answer-states.js'
import { answerCase } from '../../../src/usecases/desk/answer-case.js'
import { takeAtDesk } from '../../../src/usecases/desk/take-at-desk.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('an answer of the desk', () => { eachStore((_kind, fresh) => {
  it.each([
    ['IN_PROGRESS', { answered: true }], ['ACTION_REQUIRED', { answered: false }], ['SOLUTION_PROVIDED', { answered: true }],
  ] as const)('%s: the desk owes nothing then, and who must act is told', async (to, { answered }) => {
    const { world, deps, aiko, kim, db, filed, on, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const number = await filed('NEW', { deskOwnerId: kim.accountId })
    await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
    world.now = addHours(world.now, 1)
    expect(await answerCase(deps, kim, { ...on(number), message: ' Restart it. ', state: to })).toMatchObject({ number, state: to, already: false })
    const after = await row(number)
    expect(after).toMatchObject({ state: to, deskSince: null, deskOwnerId: kim.accountId, ownerId: aiko.accountId, version: 2, updatedAt: world.now, closedAt: null, clockSince: null })
    // A question lets the clock stand still with what was spent; everything else meets it.
    expect(after.answeredAt).toEqual(answered ? world.now : null)
    expect(after.targetRemindAt).toBeNull()
    expect(await history(number)).toMatchObject([{ kind: 'DESK_REPLY', audience: 'CASE', authorName: 'Kim', text: 'Restart it.', data: { state: { from: 'NEW', to } } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.answered', actorId: kim.accountId, before: { state: 'NEW' }, after: { state: to } }])
    expectSent(await sent(), ...inChannel, 'share_update email:jo@acme.example', ...(to === 'IN_PROGRESS' ? [] : [tells(aiko)]))
  })

  it('takes the case for whoever answers first, and for nobody after that', async () => {
    const { deps, kim, lee, filed, on, row, history } = await caseWorld(await fresh())
    const number = await filed()
    await answerCase(deps, lee, { ...on(number), message: 'Looking.', state: 'IN_PROGRESS' })
    await answerCase(deps, kim, { ...on(number), message: 'Me too.', state: 'IN_PROGRESS' })
    expect(await row(number)).toMatchObject({ deskOwnerId: lee.accountId, state: 'IN_PROGRESS' })
    expect(await history(number)).toMatchObject([
      { kind: 'DESK_REPLY', authorName: 'Lee' }, { kind: 'OWNER', authorName: 'Lee', data: { owner: { from: null, to: 'Lee', atDesk: true } } }, { kind: 'DESK_REPLY', authorName: 'Kim' },
    ])
  })

  it('is the desk\'s alone, of open cases it answers here', async () => {
    const { world, deps, aiko, petra, sven, kim, nova, boreal, db, filed, on } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const closed = await filed('CLOSED')
    const waiting = await filed('PENDING_APPROVAL')
    const carried = await filed('IN_PROGRESS', { desk: 'PORTAL' })
    const elsewhere = await world.account('max@desk.example', boreal, { name: 'Max', privileges: ['ANSWER_CASES'] })
    const answer = (who: typeof kim, what: number) => answerCase(deps, who, { ...on(what), message: 'No.', state: 'IN_PROGRESS' })
    await expectNoRowsWritten(world.store, async () => {
      for (const who of [aiko, petra]) expect(await refusalOf(answer(who, number))).toEqual({ code: 'desk_only', number })
      expect(await refusalOf(answer(sven, number))).toEqual({ code: 'case_not_found', words: String(number) })
      expect(await refusalOf(answer(nova, number))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(answer(elsewhere, number))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(answer(kim, closed))).toMatchObject({ code: 'case_closed', number: closed })
      expect(await refusalOf(answer(kim, waiting))).toEqual({ code: 'case_not_found', words: String(waiting) })
      expect(await refusalOf(answer(kim, carried))).toEqual({ code: 'desk_in_portal', number: carried })
    })
    expect(await db.caseEvent.count({ where: { kind: 'DESK_REPLY' } })).toBe(0)
  })

  it('is given once for one delivery', async () => {
    const { deps, kim, filed, on, history, sent } = await caseWorld(await fresh())
    const verb = { ...on(await filed()), message: 'Yes.', state: 'SOLUTION_PROVIDED' as const }
    await answerCase(deps, kim, verb)
    await sent()
    expect(await answerCase(deps, kim, verb)).toMatchObject({ state: 'SOLUTION_PROVIDED', already: true })
    expect(await history(verb.number)).toHaveLength(2)
    expect(await sent()).toEqual([])
  })

  it('needs a message and one of its states, and no personal data unless that is confirmed (CASE-2)', async () => {
    const { world, deps, kim, filed, on, history } = await caseWorld(await fresh())
    const verb = on(await filed())
    const card = 'Card 4111 1111 1111 1111'
    const digest = await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(answerCase(deps, kim, { ...verb, message: ' ', state: 'IN_PROGRESS' }))).toEqual({ code: 'form', problems: [{ field: 'message', problem: 'required' }] })
      expect(await refusalOf(answerCase(deps, kim, { ...verb, message: 'Yes.', state: null }))).toEqual({ code: 'form', problems: [{ field: 'state', problem: 'required' }] })
      const forged = 'CLOSED' as (typeof answerStates)[number]
      expect(await refusalOf(answerCase(deps, kim, { ...verb, message: 'Yes.', state: forged }))).toEqual({ code: 'form', problems: [{ field: 'state', problem: 'unknown' }] })
      const found = await refusalOf(answerCase(deps, kim, { ...verb, message: card, state: 'IN_PROGRESS' }))
      expect(found).toMatchObject({ code: 'personal_data', findings: [{ place: 'message', kind: 'card' }] })
      return found.code === 'personal_data' ? found.digest : ''
    })
    await answerCase(deps, kim, { ...verb, message: card, state: 'IN_PROGRESS', confirmation: { reason: 'A test card', digest } })
    expect((await history(verb.number))[0]).toMatchObject({ text: card, data: { confirmed: { reason: 'A test card' } } })
  })

  it('is not given over what the team wrote meanwhile, and shows it (CASE-8)', async () => {
    const { world, deps, aiko, kim, filed, on } = await caseWorld(await fresh())
    const number = await filed('ACTION_REQUIRED')
    const { seen } = await openVerb(deps, kim, { number, action: 'answer' })
    await replyToDesk(deps, aiko, { ...on(number), message: 'It was the proxy.' })
    const changed = await expectNoRowsWritten(world.store, () => refusalOf(answerCase(deps, kim, { ...on(number), seen, message: 'Well?', state: 'ACTION_REQUIRED' })))
    expect(changed).toMatchObject({ code: 'case_changed', entries: [{ kind: 'REPLY', authorName: 'Aiko', text: 'It was the proxy.' }] })
    if (changed.code !== 'case_changed') return
    expect(await answerCase(deps, kim, { ...on(number), seen: changed.seen, message: 'Well?', state: 'ACTION_REQUIRED' })).toMatchObject({ state: 'ACTION_REQUIRED' })
  })
}) })

describe('taking a case at the desk', () => { eachStore((_kind, fresh) => {
  it('begins a new one, and tells who had it', async () => {
    const { deps, kim, lee, filed, on, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const number = await filed('NEW')
    expect(await takeAtDesk(deps, kim, on(number))).toMatchObject({ state: 'IN_PROGRESS' })
    const taken = await row(number)
    expect(taken).toMatchObject({ state: 'IN_PROGRESS', deskOwnerId: kim.accountId, version: 2 })
    // It owes an answer all the same.
    expect(taken.deskSince).not.toBeNull()
    expect(taken.clockSince).not.toBeNull()
    expect(await history(number)).toMatchObject([
      { kind: 'OWNER', authorName: 'Kim', data: { owner: { from: null, to: 'Kim', atDesk: true } } }, { kind: 'STATE', data: { state: { from: 'NEW', to: 'IN_PROGRESS' } } },
    ])
    expect(await audited(number)).toMatchObject([{ action: 'case.taken_at_desk', before: { deskOwnerId: null }, after: { deskOwnerId: kim.accountId } }])
    expectSent(await sent(), ...inChannel)
    expect(await refusalOf(takeAtDesk(deps, kim, on(number)))).toEqual({ code: 'already_yours', number })
    await takeAtDesk(deps, lee, on(number))
    expect(await row(number)).toMatchObject({ deskOwnerId: lee.accountId })
    expect((await history(number)).slice(2)).toMatchObject([{ kind: 'OWNER', data: { owner: { from: 'Kim', to: 'Lee', atDesk: true } } }])
    expectSent(await sent(), ...inChannel, tells(kim))
  })

  it('is the desk\'s alone, of open cases it answers here, and is done once', async () => {
    const { world, deps, aiko, petra, sven, kim, filed, on, history } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    const carried = await filed('IN_PROGRESS', { desk: 'PORTAL' })
    const closed = await filed('CLOSED')
    await expectNoRowsWritten(world.store, async () => {
      for (const who of [aiko, petra]) expect(await refusalOf(takeAtDesk(deps, who, on(number)))).toEqual({ code: 'desk_only', number })
      expect(await refusalOf(takeAtDesk(deps, sven, on(number)))).toEqual({ code: 'case_not_found', words: String(number) })
      expect(await refusalOf(takeAtDesk(deps, kim, on(carried)))).toEqual({ code: 'desk_in_portal', number: carried })
      expect(await refusalOf(takeAtDesk(deps, kim, on(closed)))).toMatchObject({ code: 'case_closed' })
    })
    const verb = on(number)
    await takeAtDesk(deps, kim, verb)
    expect(await takeAtDesk(deps, kim, verb)).toMatchObject({ already: true })
    expect(await history(number)).toHaveLength(1)
  })
}) })
