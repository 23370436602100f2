import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { carriedOver } from '../../../src/usecases/desk/carried-over.js'
import { portalCopy } from '../../../src/usecases/desk/portal-copy.js'
import { recordPortalNumber } from '../../../src/usecases/desk/record-portal-number.js'
import { recordReply } from '../../../src/usecases/desk/record-reply.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import type { CaseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const portal = { desk: 'PORTAL' } as const

/** A case of Aiko's for the web portal, that waits to be carried there. */
async function waiting({ filed, db, world }: CaseWorld, more: Parameters<CaseWorld['filed']>[1] = {}): Promise<number> {
  const number = await filed('IN_PROGRESS', { ...portal, ...more })
  await db.case.update({ where: { number }, data: { portalWaitsSince: world.now, portalRemindAt: addHours(world.now, 4) } })
  return number
}

describe('the number of the web portal (CASE-9)', () => { eachStore((_kind, fresh) => {
  it('is recorded with what was carried over, is found by search, and is corrected', async () => {
    const of = await caseWorld(await fresh())
    const { deps, aiko, ben, on, row, history, audited, sent } = of
    const number = await waiting(of)
    expect(await recordPortalNumber(deps, aiko, { ...on(number), portalNumber: ' C-2291 ' })).toMatchObject({ number, already: false })
    expect(await row(number)).toMatchObject({ portalNumber: 'C-2291', portalWaitsSince: null, portalRemindAt: null, version: 2 })
    expect(await history(number)).toMatchObject([{ kind: 'PORTAL_NUMBER', authorName: 'Aiko', data: { portalNumber: { from: null, to: 'C-2291' } } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.portal_number', before: { portalNumber: null }, after: { portalNumber: 'C-2291' } }])
    expectSent(await sent(), ...inChannel)
    expect((await listCases(deps, ben, { words: 'C-2291' })).rows).toMatchObject([{ number }])

    await replyToDesk(deps, aiko, { ...on(number), message: 'More.' })
    const since = (await row(number)).portalWaitsSince
    await recordPortalNumber(deps, ben, { ...on(number), portalNumber: 'C-2292' })
    // What waits still does: a wrong number says nothing of it.
    expect(await row(number)).toMatchObject({ portalNumber: 'C-2292', portalWaitsSince: since })
    expect((await listCases(deps, ben, { words: 'C-2291' })).rows).toEqual([])
    expect((await listCases(deps, ben, { words: 'C-2292' })).rows).toMatchObject([{ number }])
  })

  it('is letters, digits and dashes, and not the one it has', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, on } = of
    const number = await waiting(of, { portalNumber: 'C-1' })
    await expectNoRowsWritten(world.store, async () => {
      for (const [portalNumber, problem] of [
        [' ', { problem: 'required' }], ['C 1', { problem: 'not_a_portal_number' }], ['<!channel>', { problem: 'not_a_portal_number' }], ['--', { problem: 'not_a_portal_number' }],
        ['x'.repeat(51), { problem: 'too_long', max: 50, length: 51 }], ['C-1', { problem: 'unchanged' }],
      ] as const) {
        expect(await refusalOf(recordPortalNumber(deps, aiko, { ...on(number), portalNumber }))).toEqual({ code: 'form', problems: [{ field: 'portalNumber', ...problem }] })
      }
    })
    await recordPortalNumber(deps, aiko, { ...on(number), portalNumber: 'x'.repeat(50) })
  })
}) })

describe('what is copied for the web portal', () => { eachStore((_kind, fresh) => {
  it('is the whole case until its number is recorded, then what is new, and nothing of notes or of what the desk said', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, db, on, row } = of
    const number = await waiting(of)
    await db.case.update({ where: { number }, data: { title: 'Mail is late', language: 'ja', timeZone: 'Asia/Tokyo', severity: 'P2', answers: [{ questionId: 'since', label: 'Since when?', answer: 'Monday' }] } })
    await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
    for (const [name, state] of [['a.log', 'RELEASED'], ['b.png', 'NOT_SEARCHED'], ['held.log', 'HELD'], ['gone.log', 'WITHDRAWN']] as const) {
      await db.attachment.create({ data: { id: name, caseNumber: number, name, mimeType: 'text/plain', size: 1, state, addedAt: world.now } })
    }
    await replyToDesk(deps, aiko, { ...on(number), message: 'It is the proxy.' })
    await addNote(deps, aiko, { ...on(number), message: 'Between us.' })
    const copy = await portalCopy(deps, aiko, { number })
    expect(copy).toMatchObject({ number, portalNumber: null, carriedOnly: false, language: 'ja', entries: [{ kind: 'REPLY', authorName: 'Aiko', text: 'It is the proxy.' }], more: false })
    expect(copy.parts.map(({ label }) => label)).toEqual([
      'customer', 'productType', 'title', 'category', { question: 'Since when?' }, 'severity', 'language', 'timeZone', 'attachments', 'shareWith',
    ])
    expect(Object.fromEntries(copy.parts.map(({ label, text }) => [typeof label === 'string' ? label : 'question', text]))).toMatchObject({
      customer: 'Acme (acme.example)', title: 'Mail is late', question: 'Monday', severity: 'P2', language: 'ja', timeZone: 'Asia/Tokyo', attachments: 'a.log\nb.png', shareWith: 'jo@acme.example',
    })
    expect(copy.parts.find(({ label }) => label === 'category')?.text).toContain(' > ')

    world.now = addHours(world.now, 1)
    await recordPortalNumber(deps, aiko, { ...on(number), seen: copy.seen, portalNumber: 'C-1' })
    expect(await portalCopy(deps, aiko, { number })).toMatchObject({ carriedOnly: true, portalNumber: 'C-1', parts: [], entries: [] })
    world.now = addHours(world.now, 1)
    await recordReply(deps, aiko, { ...on(number), message: 'Restart it.', state: 'SOLUTION_PROVIDED' })
    await replyToDesk(deps, aiko, { ...on(number), action: 'notSolved', message: 'Still late.' })
    const rest = await portalCopy(deps, aiko, { number })
    expect(rest).toMatchObject({ carriedOnly: true, parts: [], entries: [{ text: 'Still late.' }] })
    await carriedOver(deps, aiko, { ...on(number), seen: rest.seen })
    expect(await row(number)).toMatchObject({ portalWaitsSince: null, portalRemindAt: null })
    expect((await portalCopy(deps, aiko, { number })).entries).toEqual([])
  })

  it('has what was begun first and had to wait for what came before it', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, ben, db, on, row } = of
    const number = await waiting(of, { portalNumber: 'C-1' })
    await db.case.update({ where: { number }, data: { portalWaitsSince: null, portalRemindAt: null } })
    const [before, after] = [world.now, addHours(world.now, 1)]
    await replyToDesk({ ...deps, now: () => after }, aiko, { ...on(number), message: 'Second.' })
    await replyToDesk({ ...deps, now: () => before }, ben, { ...on(number), message: 'First.' })
    expect((await portalCopy(deps, aiko, { number })).entries.map(({ text }) => text)).toEqual(['Second.', 'First.'])
    expect(await row(number)).toMatchObject({ portalWaitsSince: before, portalRemindAt: addHours(after, 4) })
  })

  it('is not said to be carried over with what came meanwhile (CASE-8), nor twice', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, ben, on, row, history } = of
    const number = await waiting(of, { portalNumber: 'C-1' })
    await replyToDesk(deps, aiko, { ...on(number), message: 'First.' })
    const { seen } = await portalCopy(deps, aiko, { number })
    await replyToDesk(deps, ben, { ...on(number), message: 'Second.' })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(carriedOver(deps, aiko, { ...on(number), seen }))).toMatchObject({ code: 'case_changed', entries: [{ text: 'Second.' }] })
    })
    const verb = on(number)
    await carriedOver(deps, aiko, verb)
    expect(await carriedOver(deps, aiko, verb)).toMatchObject({ already: true })
    expect((await row(number)).portalWaitsSince).toBeNull()
    expect((await history(number)).at(-1)).toMatchObject({ kind: 'PORTAL_NUMBER', data: { portalNumber: { from: 'C-1', to: 'C-1' } } })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(carriedOver(deps, aiko, on(number)))).toEqual({ code: 'nothing_to_carry', number })
    })
    const unknown = await waiting(of)
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(carriedOver(deps, aiko, on(unknown)))).toEqual({ code: 'nothing_to_carry', number: unknown })
    })
  })
}) })

describe('an answer that was given in the web portal', () => { eachStore((_kind, fresh) => {
  it.each(['IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED'] as const)('%s: is the desk\'s, and says who recorded it', async (to) => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, ben, on, row, history, audited, sent, tells } = of
    const number = await waiting(of)
    expect(await recordReply(deps, ben, { ...on(number), message: 'Restart it.', state: to })).toMatchObject({ state: to })
    expect(await row(number)).toMatchObject({ state: to, deskSince: null, deskOwnerId: null, closedAt: to === 'CLOSED' ? world.now : null, clockSince: null })
    expect(await history(number)).toMatchObject([{
      kind: to === 'CLOSED' ? 'CLOSED' : 'DESK_REPLY', authorName: 'Desk', text: 'Restart it.', data: { state: { from: 'IN_PROGRESS', to }, recordedBy: 'Ben' },
    }])
    expect(await audited(number)).toMatchObject([{ action: 'case.answer_recorded', actorId: ben.accountId }])
    expectSent(await sent(), ...inChannel, ...(to === 'IN_PROGRESS' ? [] : [tells(aiko)]))
  })

  it('is guarded like every text, and recorded once (CASE-2)', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, on, history } = of
    const verb = on(await waiting(of))
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(recordReply(deps, aiko, { ...verb, message: '', state: 'CLOSED' }))).toMatchObject({ code: 'form', problems: [{ field: 'message' }] })
      expect(await refusalOf(recordReply(deps, aiko, { ...verb, message: 'Yes.', state: null }))).toMatchObject({ code: 'form', problems: [{ field: 'state' }] })
      expect(await refusalOf(recordReply(deps, aiko, { ...verb, message: 'Ask jane@acme.com', state: 'CLOSED' }))).toMatchObject({ code: 'personal_data' })
    })
    await recordReply(deps, aiko, { ...verb, message: 'Yes.', state: 'IN_PROGRESS' })
    expect(await recordReply(deps, aiko, { ...verb, message: 'Yes.', state: 'IN_PROGRESS' })).toMatchObject({ already: true })
    expect(await history(verb.number)).toHaveLength(1)
  })
}) })

describe('carrying to the web portal', () => { eachStore((_kind, fresh) => {
  it('is the reseller\'s, of its own cases whose desk is there', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, petra, sven, kim, nova, filed, on } = of
    const number = await waiting(of, { portalNumber: 'C-1' })
    const here = await filed('IN_PROGRESS')
    const works = [
      (who: typeof aiko, what: number) => portalCopy(deps, who, { number: what }),
      (who: typeof aiko, what: number) => recordPortalNumber(deps, who, { ...on(what), portalNumber: 'C-2' }),
      (who: typeof aiko, what: number) => recordReply(deps, who, { ...on(what), message: 'Yes.', state: 'IN_PROGRESS' as const }),
      (who: typeof aiko, what: number) => carriedOver(deps, who, on(what)),
    ]
    await expectNoRowsWritten(world.store, async () => {
      for (const work of works) {
        expect(await refusalOf(work(sven, number))).toEqual({ code: 'case_not_found', words: String(number) })
        expect(await refusalOf(work(nova, number))).toMatchObject({ code: 'privileges_missing' })
        expect(await refusalOf(work(petra, number))).toEqual({ code: 'portal_desk_for_resellers', number })
        expect(await refusalOf(work(kim, number))).toEqual({ code: 'team_only', number })
        expect(await refusalOf(work(aiko, here))).toEqual({ code: 'not_portal_desk', number: here })
      }
    })
  })
}) })
