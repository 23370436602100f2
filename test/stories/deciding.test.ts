import { describe, expect, test } from 'vitest'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { buttonsOf, placeIn, wordsOf, type PlayedPerson } from '../support/person.js'
import { stories, type Mode, type Story } from '../support/story.js'
import { decides } from './steps.js'

const team = '#team-hikari'
const asks = 'asks Hikari Cloud to agree to support'

/** Camille asks for consent; Dana and Noor are asked. */
async function asksForConsent({ person, bot }: Story): Promise<string> {
  await person('camille').asks(team, '/access request initech.example', 'were asked to agree to support')
  await bot.drain()
  return (await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })).id
}

const direct = (person: PlayedPerson) => person.directMessages().find((message) => wordsOf(message).includes(asks))!
const shownTo = (person: PlayedPerson) => person.reads('#approvals').find((message) => wordsOf(message).includes(asks))!

describe.each<Mode>(['socket', 'http'])('two managers decide the same request at the same moment (%s)', (mode) => {
  const start = stories(mode)

  test.each([['approve', 'Approve', 'Approve'], ['disagree', 'Approve', 'Decline']] as const)('both %s: one decides, the other reads who did (APPROVAL-2, APPROVAL-3)', async (_how, danas, noors) => {
    const story = await start()
    const { person, bot } = story
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    const id = await asksForConsent(story)
    for (const [manager, decision] of [[dana, danas], [noor, noors]] as const) {
      await manager.presses(decision, direct(manager))
      await manager.seesModal('"text":"Decision"')
      if (decision === 'Decline') await manager.fills('Comment', 'Not now')
    }
    expect(await Promise.all([dana.submits(), noor.submits()])).toEqual([{ ok: true }, { ok: true }])
    const { state, decidedById } = await bot.store.db.approval.findUniqueOrThrow({ where: { id } })
    const { name: winner } = await bot.store.db.account.findUniqueOrThrow({ where: { id: decidedById! } })
    const ended = state === 'APPROVED' ? `Approved by ${winner}` : `Declined by ${winner}`
    for (const manager of [dana, noor]) {
      const { view } = await manager.seesModal(ended)
      expect(view).not.toHaveProperty('submit')
      await manager.closes()
    }
    await bot.drain()
    for (const message of [direct(dana), direct(noor), shownTo(dana)]) {
      expect(wordsOf(message)).toContain(ended)
      expect(buttonsOf(message)).toEqual([])
      expect(message.edited).toBe(true)
    }
    for (const manager of [dana, noor]) expect(manager.directMessages()).toHaveLength(1)
    expect(camille.directMessages()).toHaveLength(1)
    expect(wordsOf(camille.directMessages()[0]!)).toContain(winner)
    expect(await bot.store.db.audit.count({ where: { subjectId: id, action: { in: ['approval.approved', 'approval.declined'] } } })).toBe(1)
    expect(await bot.store.db.accessEntry.count({ where: { change: 'CONSENT', approvalId: id } })).toBe(state === 'APPROVED' ? 1 : 0)
  })
})

describe('a request over its time', () => {
  const start = stories('socket')

  test('is reminded of once, and expires; everybody is told once (APPROVAL-3)', async () => {
    const story = await start()
    const { person, bot, workspace } = story
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    const id = await asksForConsent(story)
    const { remindAt, expiresAt } = await bot.store.db.approval.findUniqueOrThrow({ where: { id } })
    const reminders = (manager: PlayedPerson): number => manager.directMessages().filter((message) => wordsOf(message).includes('This still waits for you')).length
    const passes = async (until: Date, more = 1): Promise<void> => {
      workspace.moveClock(`+${Math.ceil((until.getTime() - workspace.now().getTime()) / 60_000) + more}m`)
      await bot.chores()
      await bot.chores()
      await bot.drain()
    }
    await passes(remindAt!, -3)
    expect([dana, noor].map(reminders)).toEqual([0, 0])
    await passes(remindAt!)
    expect([dana, noor].map(reminders)).toEqual([1, 1])
    await passes(expiresAt!, -3)
    expect([dana, noor].map(reminders)).toEqual([1, 1])
    expect(buttonsOf(direct(dana))).toContain('Approve')
    // Before anybody wrote it down, it has expired for whoever decides.
    workspace.moveClock('+4m')
    await dana.presses('Approve', direct(dana))
    await dana.seesModal(/[Ee]xpired/)
    await dana.closes()
    await passes(expiresAt!)
    expect(await bot.store.db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'EXPIRED', decidedById: null })
    for (const message of [direct(dana), direct(noor), shownTo(dana)]) {
      expect(wordsOf(message)).toContain('nobody decided in time')
      expect(buttonsOf(message)).toEqual([])
    }
    // The reminders are edited too.
    expect([dana, noor].map(reminders)).toEqual([0, 0])
    for (const manager of [dana, noor]) {
      const [, reminder] = manager.directMessages()
      expect(wordsOf(reminder!)).toContain('nobody decided in time')
      expect(buttonsOf(reminder!)).toEqual([])
    }
    expect(camille.directMessages().filter((message) => wordsOf(message).includes('Expired'))).toHaveLength(1)
    expect(await bot.store.db.accessEntry.count({ where: { change: 'CONSENT', approvalId: id } })).toBe(0)
    // It can be asked for anew.
    await camille.asks(team, '/access request initech.example', 'were asked to agree to support')
  })
})

describe('a request changes hands', () => {
  const start = stories('socket')

  test('Dana hands it on to Noor, who alone has the buttons then (APPROVAL-3)', async () => {
    const story = await start()
    const { person, bot } = story
    const [dana, noor] = [person('dana'), person('noor')]
    const away = (status: 'ACTIVE' | 'SUSPENDED') => bot.store.db.account.updateMany({ where: { email: 'noor@hikari.example' }, data: { status } })
    await away('SUSPENDED')
    await person('camille').asks(team, '/access request initech.example', 'Dana Reed was asked to agree to support')
    await bot.drain()
    expect(noor.directMessages()).toEqual([])
    await away('ACTIVE')

    await dana.presses('Review', direct(dana))
    await dana.seesModal('"text":"Hand on"')
    await dana.presses('Hand on')
    await dana.seesModal('"text":"Hand on to"')
    await dana.chooses('Hand on to', 'Noor Aziz')
    expect(await dana.submits()).toEqual({ ok: true })
    await dana.seesModal('Handed on to Noor Aziz')
    await dana.closes()
    await bot.drain()
    expect(wordsOf(direct(dana))).toContain('You handed this on to Noor Aziz')
    expect(buttonsOf(direct(dana))).toEqual([])
    expect(await dana.asks('#approvals', '/approvals waiting', 'Nothing waits for you')).toBeTruthy()
    await decides(noor, 'Approve', asks)
    await bot.drain()
    expect(wordsOf(direct(dana))).toContain('Approved by Noor Aziz')
    expect(await bot.store.db.audit.count({ where: { action: 'approval.handed_on' } })).toBe(1)
  })

  test('Camille withdraws it; a stale Approve finds it withdrawn, and nothing is written (APPROVAL-3)', async () => {
    const story = await start()
    const { person, bot } = story
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    const id = await asksForConsent(story)
    await dana.presses('Approve', direct(dana))
    await dana.seesModal('"text":"Decision"')
    await camille.presses('Review', await camille.asks(team, '/approvals asked', 'You asked for'))
    await camille.seesModal('Withdraw request')
    await camille.presses('Withdraw request')
    await camille.seesModal('Nobody is asked any more')
    await camille.closes()
    await bot.drain()
    await noor.losesButton('Approve')
    expect(wordsOf(direct(noor))).toContain('Withdrawn by Camille Laurent')
    // Who comes by for the first time is tied, which is written down (ACCOUNT-5).
    await noor.asks('#approvals', '/approvals', 'Nothing waits for you')
    await expectNoRowsWritten(bot.store, async () => {
      expect(await dana.submits()).toEqual({ ok: true })
      await dana.seesModal('Withdrawn by Camille Laurent')
      await dana.closes()
      await noor.forgesPress('approve', id, placeIn(direct(noor)))
      await noor.seesModal('Withdrawn by Camille Laurent')
    })
    // Who withdrew it knows, and is not told by message.
    expect(camille.directMessages()).toEqual([])
    expect(await bot.store.db.accessEntry.count({ where: { change: 'CONSENT', approvalId: id } })).toBe(0)
  })
})
