import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../../support/filing.js'
import { wordsOf, type PlayedPerson } from '../../support/person.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { stories, type Mode, type Story } from '../../support/story.js'
import { approves, decides } from '../steps.js'

const team = '#team-hikari'
const lounge = '#support-lounge'

/** Access asked for, given, confirmed and taken back; a consent and what follows; a record that is declined; a switch of domain. */
async function lives({ person }: Story): Promise<void> {
  const [camille, dana, noor, liam, ines, mei] = [person('camille'), person('dana'), person('noor'), person('liam'), person('ines'), person('mei')]
  await camille.asks(team, '/access request globex.example', 'was asked for access')
  await approves(liam, 'asks for access')
  await camille.presses('It works now', await camille.asks(team, '/access check globex.example', 'You cannot file'))
  await camille.sees('Confirmed: reseller access')
  await liam.presses('Turn access off', await liam.asks(lounge, '/access revoke globex.example', 'Turn reseller access to Globex Corporation off?'))
  await liam.sees('was turned off')
  await camille.asks(team, '/access request initech.example', 'were asked to agree')
  await approves(noor, 'asks Hikari Cloud to agree to support')
  await approves(ines, 'asks for access')
  await dana.types('#approvals', '/access grant umbrella.example')
  await dana.seesModal('"text":"Evidence"')
  await dana.chooses('Subscription', 'Google Vault')
  await dana.fills('Evidence', 'A letter')
  await dana.submits()
  await dana.seesModal('Noor Aziz was asked')
  await dana.closes()
  await decides(noor, 'Decline', 'recorded that Umbrella Group', 'Which letter?')
  await mei.asks(team, '/portal switch boreal.example', 'You act on boreal.example now')
}

const told = (people: PlayedPerson[]): string[] => people.flatMap((person) => person.directMessages().map((message) => `${person.id} ${wordsOf(message)}`))

describe.each<Mode>(['socket', 'http'])('everything about access is delivered twice (%s)', (mode) => {
  const start = stories(mode)

  test('and done once: no row changes, and nobody is written to again', async () => {
    const story = await start()
    const { bot, workspace, person } = story
    await lives(story)
    await bot.drain()
    await bot.chores()
    const people = [person('camille'), person('dana'), person('noor'), person('liam'), person('ines')]
    const before = told(people)
    const modals = people.flatMap((each) => each.modals())
    await expectNoRowsWritten(bot.store, async () => {
      for (const line of workspace.traffic().filter(({ direction }) => direction === 'to_bot')) await workspace.deliverAgain(line.n)
      await workspace.settled()
      await bot.drain()
    })
    expect(told(people)).toEqual(before)
    expect(people.flatMap((each) => each.modals())).toEqual(modals)
    expect(story.log.filter((line) => line.includes('something unexpected happened'))).toEqual([])
  })
})

describe('Slack fails while requests are on their way', () => {
  const start = stories('socket')

  test('answers are lost and calls are refused: each request stands once everywhere, without buttons in the end', async () => {
    const story = await start({ workspace: { withheldScopes: [] } })
    const { bot, workspace, person } = story
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    for (const manager of [dana, noor]) await manager.asks('#approvals', '/approvals', 'Nothing waits for you')
    const recovers = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1) {
        workspace.moveClock('+10m')
        bot.wake()
        await bot.drain()
      }
    }
    await camille.asks(team, '/access request initech.example', 'were asked to agree')
    workspace.addFault({ method: 'chat.postMessage', kind: 'lost_answer', times: 2 })
    await recovers()
    workspace.clearFaults()
    const { id } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })
    expect(await bot.store.db.approvalMessage.count({ where: { approvalId: id } })).toBe(3)
    const asked = (manager: PlayedPerson) => manager.directMessages().filter((message) => wordsOf(message).includes('asks Hikari Cloud to agree'))
    for (const manager of [dana, noor]) expect(asked(manager)).toHaveLength(1)
    expect(dana.reads('#approvals').filter((message) => wordsOf(message).includes('asks Hikari Cloud to agree'))).toHaveLength(1)

    workspace.addFault({ method: 'chat.update', kind: 'refused', times: 2 })
    workspace.addFault({ method: 'chat.update', kind: 'rate_limited', retryAfter: 30, times: 1 })
    await approves(noor, 'asks Hikari Cloud to agree')
    await recovers()
    for (const manager of [dana, noor]) {
      await manager.losesButton('Approve')
      expect(asked(manager)).toHaveLength(1)
      expect(wordsOf(asked(manager)[0]!)).toContain('Approved by Noor Aziz')
    }
    expect(camille.directMessages().filter((message) => wordsOf(message).includes('agrees to support'))).toHaveLength(1)
    expect(await bot.store.db.outbox.count({ where: { state: { in: ['PENDING', 'GIVEN_UP'] } } })).toBe(0)
  })
})

describe('access is taken back at the moment of Submit', () => {
  const start = stories('http')

  test('the case is filed before it, or refused after it; never both, and never neither (ACCESS-3)', async () => {
    const { person, bot } = await start()
    const [camille, petra] = [person('camille'), person('petra')]
    const ends = await petra.asks(lounge, '/access revoke acme.example', 'Turn reseller access to Acme Corporation off?')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille, { title: 'At the same moment' })
    const [submitted] = await Promise.all([camille.submits(), petra.presses('Turn access off', ends)])
    await petra.sees('was turned off')
    const filed = await bot.store.db.case.findFirst({ where: { title: 'At the same moment' } })
    const off = await bot.store.db.accessEntry.findFirstOrThrow({ where: { change: 'SWITCH_OFF' }, orderBy: { id: 'desc' } })
    if (filed) {
      expect(submitted).toEqual({ ok: true })
      expect(filed.filedAt.getTime()).toBeLessThanOrEqual(off.at.getTime())
    } else {
      expect(JSON.stringify(submitted)).toMatch(/turned reseller access off/)
      expect((await bot.store.db.draft.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).state).toBe('OPEN')
    }
    await bot.drain()
    // Filed or not, nothing of it is shown to who has no access.
    expect(camille.reads('#case-updates').map(wordsOf).join()).not.toContain('At the same moment')
  })
})
