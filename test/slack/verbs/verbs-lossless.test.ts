/** Nothing typed is lost: forms that are overtaken, late, closed or refused (CASE-8, SCOPE-1). */
import { describe, expect, test } from 'vitest'
import { submitLate, verbStories } from './verb-story.js'

describe('two people and one case', () => {
  const start = verbStories()

  test('the second keeps the typed text under what the first did, and submitting again goes through', async () => {
    const { aiko, ben, filed, history } = await start()
    const number = await filed()
    for (const each of [aiko, ben]) {
      await each.types('#team', `/case reply ${number}`)
      await each.seesModal('"text":"Message"')
    }
    await aiko.fills('Message', 'First from Aiko')
    await ben.fills('Message', 'Second from Ben')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await ben.submits()).toEqual({ ok: true })
    await ben.seesModal(/\*Aiko\* wrote to the desk.*First from Aiko/)
    await ben.seesModal('"initial_value":"Second from Ben"')
    expect(await history(number)).toEqual([['REPLY', 'First from Aiko']])
    expect(await ben.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', 'First from Aiko'], ['REPLY', 'Second from Ben']])
    await ben.sees(`Your reply is in case #${number}`)
  })

  test('a note overtakes nobody', async () => {
    const { aiko, ben, filed, history } = await start()
    const number = await filed()
    await ben.types('#team', `/case reply ${number} The reply`)
    await ben.seesModal('"text":"Message"')
    await aiko.types('#team', `/case note ${number} Among us`)
    await aiko.seesModal('"text":"Message"')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await ben.submits()).toEqual({ ok: true })
    expect((await history(number)).map(([kind]) => kind)).toEqual(['NOTE', 'REPLY'])
  })

  test('what is confirmed is asked about again when somebody was quicker', async () => {
    const { aiko, ben, filed, history } = await start()
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} Ask jane.doe@acme.example`)
    await aiko.seesModal('"text":"Message"')
    await aiko.submits()
    await aiko.seesModal('Personal data found')
    await ben.types('#team', `/case reply ${number} I was quicker`)
    await ben.seesModal('"text":"Message"')
    await ben.submits()
    await aiko.fills('Reason', 'They asked for it')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/I was quicker.*They asked for it/)
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', 'I was quicker'], ['REPLY', 'Ask jane.doe@acme.example']])
  })
})

describe('slow, closed and refused forms', () => {
  const start = verbStories()

  test('a reply that takes longer than an ack is done once, and says so', async () => {
    const story = await start({ ackBudget: 150 })
    const { aiko, filed, history } = story
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} It waits`)
    await aiko.seesModal('"text":"Message"')
    await submitLate(story)
    await aiko.seesModal(`Your reply is in case #${number}`)
    expect(await history(number)).toEqual([['REPLY', 'It waits']])
  })

  test('a closed form keeps its text, offers it again, and forgets it once it was sent', async () => {
    const { aiko, filed, kept, workspace } = await start()
    const number = await filed()
    await aiko.types('#team', `/case reply ${number}`)
    await aiko.seesModal('"text":"Message"')
    await aiko.fills('Message', 'Half a sentence')
    await aiko.closes()
    await workspace.settled()
    expect(await kept()).toEqual([{ form: 'reply', values: { message: 'Half a sentence' } }])
    await aiko.types('#team', `/case reply ${number} And more`)
    await aiko.seesModal(/You wrote this before and did not send it.*"initial_value":"And more\\n\\nHalf a sentence"/)
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await kept()).toEqual([])
  })

  test('closed with nothing of their own in it, a form keeps nothing', async () => {
    const { aiko, filed, kept, workspace } = await start()
    const number = await filed('SOLUTION_PROVIDED')
    await aiko.types('#team', `/case close ${number}`)
    await aiko.seesModal('The proposed solution worked.')
    await aiko.closes()
    await workspace.settled()
    expect(await kept()).toEqual([])
  })

  test('a case that was closed meanwhile refuses the reply, which is kept', async () => {
    const { aiko, filed, db, kept } = await start()
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} Too late`)
    await aiko.seesModal('"text":"Message"')
    await db.case.update({ where: { number }, data: { state: 'CLOSED', closedAt: new Date() } })
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.message.*closed/)
    expect(aiko.modals()).toHaveLength(1)
    expect(await kept()).toEqual([{ form: 'reply', values: { message: 'Too late' } }])
  })

  test('a form opened before a switch of account refuses and keeps the text (SCOPE-1)', async () => {
    const { aiko, filed, history, world, boreal } = await start()
    await world.account('aiko@boreal.example', boreal, { name: 'Aiko of Boreal', personEmail: 'aiko@hikari.example', slackUserId: null })
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} For Acme`)
    await aiko.seesModal('"text":"Message"')
    await aiko.asks('#team', '/portal switch boreal.example', 'You act on boreal.example now')
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.message.*hikari\.example/)
    expect(aiko.form().state).toBeDefined()
    expect(JSON.stringify(aiko.modal())).toContain('For Acme')
    expect(await history(number)).toEqual([])
    await aiko.asks('#team', '/portal switch hikari.example', 'You act on hikari.example now')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', 'For Acme']])
  })
})
