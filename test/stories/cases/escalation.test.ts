import { describe, expect, test } from 'vitest'
import { wordsOf, type PlayedPerson } from '../../support/person.js'
import { stories, type Story } from '../../support/story.js'
import { approves } from '../steps.js'

const team = '#team-hikari'
const premium = 'Vault export stops at 90 percent'
const standard = 'Search in Gmail finds nothing older than a month'
const justification = 'The auditors wait for the export.'

async function numberOf({ bot }: Story, title: string): Promise<number> {
  return (await bot.store.db.case.findFirstOrThrow({ where: { title } })).number
}

async function escalates(person: PlayedPerson, number: number): Promise<void> {
  await person.types(team, `/case escalate ${number}`)
  await person.seesModal('"text":"Justification"')
  await person.chooses('Reason', 'Business impact')
  await person.fills('Justification', justification)
  await person.submits()
}

describe('escalating a case (CASE-5)', () => {
  const start = stories('socket')

  test('is refused for a customer with standard support, with the reason', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types(team, `/case escalate ${await numberOf(story, standard)}`)
    await camille.seesModal(/Premium/)
    expect(await story.bot.store.db.case.count({ where: { title: standard, escalatedAt: { not: null } } })).toBe(0)
  })

  test('is done for one with premium support, and the desk is told', async () => {
    const story = await start()
    const { person, bot } = story
    const number = await numberOf(story, premium)
    // Known from the first time he comes here.
    await person('tomas').asks('#support-lounge', '/case list', '#1')
    await escalates(person('camille'), number)
    expect(wordsOf(await person('tomas').sees(/Camille Laurent.*escalated the case/))).toContain(`#${number}`)
    await bot.drain()
    expect(await bot.store.db.case.findUniqueOrThrow({ where: { number } })).toMatchObject({ escalationReason: 'BUSINESS_IMPACT', escalatedAt: expect.any(Date) })
    expect(person('dana').reads('#case-updates').map(wordsOf).join()).not.toContain(justification)
  })

  test('waits for Dana under policy, who reads the justification where the channel does not, and is done in the name of who asked', async () => {
    const story = await start()
    const { person, bot } = story
    const [camille, dana] = [person('camille'), person('dana')]
    const number = await numberOf(story, premium)
    await bot.store.db.resellerPolicy.updateMany({ data: { escalationNeedsApproval: true } })
    await escalates(camille, number)
    await camille.seesModal(/waits for (Dana Reed|Noor Aziz)/)
    await camille.closes()
    expect(await bot.store.db.case.findUniqueOrThrow({ where: { number } })).toMatchObject({ escalatedAt: null })
    await dana.sees(justification)
    expect(dana.reads('#approvals').map(wordsOf).join()).toContain('wants to escalate a case of Wonka')
    expect(dana.reads('#approvals').map(wordsOf).join()).not.toContain(justification)
    expect(person('omar').reads('#approvals').map(wordsOf).join()).not.toContain(justification)

    await camille.types(team, `/case escalate ${number}`)
    await camille.seesModal(/asked for on .* already/)
    await camille.closes()

    await approves(dana, justification)
    await camille.sees(`Case #${number} of Wonka Chocolate is escalated`)
    await bot.drain()
    expect(await bot.store.db.case.findUniqueOrThrow({ where: { number } })).toMatchObject({ escalationReason: 'BUSINESS_IMPACT', escalatedAt: expect.any(Date) })
    expect(await bot.store.db.caseEvent.findFirstOrThrow({ where: { caseNumber: number, kind: 'ESCALATED' } })).toMatchObject({ authorName: 'Camille Laurent', text: justification })
  })
})
