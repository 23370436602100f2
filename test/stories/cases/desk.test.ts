/** One case between a team and the desk in Slack, and one whose desk answers in a web portal (CASE-9), told by those who do it. */
import { describe, expect, test } from 'vitest'
import { wordsOf, type PlayedPerson } from '../../support/person.js'
import { stories, type Story } from '../../support/story.js'

const lounge = '#support-lounge'

async function caseOf({ bot }: Story, title: string) {
  return bot.store.db.case.findFirstOrThrow({ where: { title } })
}

/** Fills in *Answer* or *Record desk reply*, which is open. */
async function says(person: PlayedPerson, message: string, state: string): Promise<void> {
  await person.seesModal('"text":"New state"')
  await person.fills('Message', message)
  await person.chooses('New state', state)
  expect(await person.submits()).toEqual({ ok: true })
}

describe('the desk in Slack', () => {
  const start = stories('socket')

  test('Tomas takes a case from the queue, asks, proposes, hears that it is not solved, and proposes again', { timeout: 60_000 }, async () => {
    const story = await start()
    const { person, bot: { store: { db }, ...bot }, workspace } = story
    const [camille, tomas] = [person('camille'), person('tomas')]
    const title = 'Devices leave Cloud Identity after two days'
    const { number } = await caseOf(story, title)
    // First in the queue, and nobody's.
    await db.case.update({ where: { number }, data: { severity: 'P1', state: 'NEW', deskOwnerId: null, deskSince: new Date('2020-01-01'), answeredAt: null } })
    const now = () => db.case.findUniqueOrThrow({ where: { number }, include: { deskOwner: true } })

    // Known from the first time she comes here.
    await camille.asks('#team-hikari', `/case ${number}`, title)
    const queue = await tomas.asks(lounge, '/case queue', 'The queue')
    expect(queue.text.split('\n')[1]).toContain(`#${number} · ${title}`)
    await tomas.presses('Take', queue)
    await tomas.sees(`Case #${number} is yours`)
    expect(await now()).toMatchObject({ state: 'IN_PROGRESS', deskOwner: { name: 'Tomas Dvorak' } })

    await tomas.types(lounge, `/case answer ${number} Which build is it?`)
    await tomas.seesModal('Which build is it?')
    await tomas.chooses('New state', 'Ask the team')
    await tomas.submits()
    expect(wordsOf(await camille.sees('Which build is it?'))).toContain(`#${number}`)
    expect(await now()).toMatchObject({ state: 'ACTION_REQUIRED', deskSince: null })

    await camille.types('#team-hikari', `/case reply ${number} Build 22631.`)
    await camille.seesModal('Build 22631.')
    await camille.submits()
    await tomas.presses('Answer', await tomas.sees('Build 22631.'))
    await says(tomas, 'Update the agent.', 'Propose a solution')
    await camille.presses('Not solved', await camille.sees('Update the agent.'))
    await camille.seesModal('"text":"Message"')
    await camille.fills('Message', 'They still leave.')
    await camille.submits()
    await tomas.sees('They still leave.')
    expect(await now()).toMatchObject({ state: 'IN_PROGRESS' })

    // What each says among themselves the other never reads (SCOPE-6).
    for (const [who, channel, note] of [[tomas, lounge, 'Their agent is ancient.'], [camille, '#team-hikari', 'I doubt it helps.']] as const) {
      await who.types(channel, `/case note ${number} ${note}`)
      await who.seesModal(note)
      await who.submits()
      await bot.drain()
    }
    await tomas.types(lounge, `/case answer ${number} Reset the enrolment.`)
    await tomas.seesModal('"text":"New state"')
    await tomas.chooses('New state', 'Propose a solution')
    await tomas.submits()
    await camille.sees('Reset the enrolment.')
    await camille.types('#team-hikari', `/case close ${number}`)
    await camille.seesModal('The proposed solution worked.')
    await camille.submits()
    await tomas.sees(/closed the case/)
    await bot.drain()
    expect(await now()).toMatchObject({ state: 'CLOSED', deskSince: null })

    for (const [who, channel, own, others] of [
      [tomas, lounge, 'Their agent is ancient.', 'I doubt it helps.'], [camille, '#team-hikari', 'I doubt it helps.', 'Their agent is ancient.'],
    ] as const) {
      await who.types(channel, `/case history ${number}`)
      const history = JSON.stringify((await who.seesModal('Reset the enrolment.')).view)
      expect(history).toContain(own)
      expect(history).not.toContain(others)
      expect(workspace.stateOf(who.id).messages.map(wordsOf).join()).not.toContain(others)
      await who.closes()
    }
    expect(camille.reads('#case-updates').map(wordsOf).join()).not.toContain('Reset the enrolment.')
  })

  test('Tomas takes from Home what waits longest, which is drawn anew, and sees it among his own', async () => {
    const story = await start()
    const tomas = story.person('tomas')
    const title = 'Devices leave Cloud Identity after two days'
    const { number } = await caseOf(story, title)
    await story.bot.store.db.case.update({ where: { number }, data: { severity: 'P1', state: 'NEW', deskOwnerId: null, deskSince: new Date('2020-01-01'), answeredAt: null } })
    await tomas.opensHome(title)
    await tomas.presses('Take', 'home')
    await tomas.sees(`Case #${number} is yours`)
    await tomas.opensHome('taken by Tomas Dvorak')
    const queue = await tomas.asks(lounge, '/case queue', 'The queue')
    await tomas.presses('What I have taken', queue)
    expect(wordsOf(await tomas.sees('What you have taken'))).toContain(`#${number} · ${title}`)
  })

  test('the queue is no team\'s, and a team answers nothing', async () => {
    const story = await start()
    const camille = story.person('camille')
    const { number } = await caseOf(story, 'Devices leave Cloud Identity after two days')
    await camille.asks('#team-hikari', '/case queue', 'The queue is for the support desk.')
    await camille.types('#team-hikari', `/case answer ${number} Me`)
    await camille.seesModal('Only the support desk can do this')
  })
})

describe('the desk in a web portal', () => {
  const start = stories('socket')

  test('Sven copies a case, records its number, carries over what is new, and records what the desk says', { timeout: 60_000 }, async () => {
    const story = await start()
    const { person, bot: { store: { db }, ...bot } } = story
    const sven = person('sven')
    const title = 'Directory sync removes contractors from groups'
    const { number } = await caseOf(story, title)
    await db.case.update({ where: { number }, data: { state: 'NEW', portalNumber: null, portalWaitsSince: new Date('2020-01-01') } })
    const now = () => db.case.findUniqueOrThrow({ where: { number } })
    const team = '#team-boreal'

    await sven.presses('Copy for the portal', await sven.asks(team, `/case ${number}`, title))
    const copy = JSON.stringify((await sven.seesModal('Hooli (hooli.example)')).view)
    expect(copy).toContain('Every sync takes contractors out of their groups, and the next one puts them back.')
    await sven.fills('Portal number', 'no number')
    expect(JSON.stringify(await sven.submits())).toContain('Letters, digits and dashes only')
    await sven.fills('Portal number', 'C-48213340')
    expect(await sven.submits()).toEqual({ ok: true })
    await sven.sees('has the portal number C-48213340')
    expect(await now()).toMatchObject({ portalNumber: 'C-48213340', portalWaitsSince: null })
    await sven.asks(team, '/case list C-48213340', title)

    await sven.types(team, `/case reply ${number} The connector is version 4.`)
    await sven.seesModal('The connector is version 4.')
    await sven.submits()
    await sven.sees('It waits to be carried to the portal.')
    await bot.drain()
    expect((await now()).portalWaitsSince).not.toBeNull()
    await sven.presses('Copy for the portal', await sven.asks(team, `/case ${number}`, title))
    const rest = JSON.stringify((await sven.seesModal('"text":"Carried over"')).view)
    expect(rest).toContain('The connector is version 4.')
    expect(rest).not.toContain('Every sync takes contractors')
    expect(await sven.submits()).toEqual({ ok: true })
    await sven.sees('is carried over to the portal')
    expect((await now()).portalWaitsSince).toBeNull()
    await bot.drain()

    await sven.presses('Record desk reply', await sven.asks(team, `/case ${number}`, title))
    await says(sven, 'Fixed in version 5.', 'Propose a solution')
    await sven.sees('answer is recorded in case')
    expect(await now()).toMatchObject({ state: 'SOLUTION_PROVIDED' })
    await sven.types(team, `/case history ${number}`)
    await sven.seesModal(/Desk \(recorded by Sven Berg\)/)
    await sven.closes()
    // Nobody of the desk here has anything to do with it.
    await person('tomas').types(lounge, `/case answer ${number} Hello`)
    await person('tomas').seesModal('is answered in the vendor’s web portal')
  })
})
