/** Nothing typed is lost, and nothing is done twice or for somebody else (CASE-2, CASE-8, SCOPE-1). */
import { describe, expect, test } from 'vitest'
import { actionIds } from '../../../src/slack/views/ids.js'
import { placeIn } from '../../support/person.js'
import { verbStories } from './verb-story.js'
import type { VerbStory } from './verb-story.js'

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

describe('personal data in what was typed (CASE-2)', () => {
  const start = verbStories()
  const typed = 'Ask jane.doe@acme.example about it'

  test('is asked about in front of the form, and goes through with a reason', async () => {
    const { aiko, filed, history, db, kept } = await start()
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} ${typed}`)
    await aiko.seesModal('"text":"Message"')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Personal data found.*\*Message\*: an email address/)
    expect(aiko.modals()).toHaveLength(2)
    expect(await history(number)).toEqual([])
    expect(await kept()).toEqual([{ form: 'reply', values: { message: typed } }])
    await aiko.fills('Reason', 'The customer wants her to be called')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(aiko.modals()).toEqual([])
    await aiko.sees(`Your reply is in case #${number}`)
    expect(await history(number)).toEqual([['REPLY', typed]])
    expect(await db.caseEvent.findFirstOrThrow()).toMatchObject({ data: { confirmed: { reason: 'The customer wants her to be called' } } })
    expect(await kept()).toEqual([])
  })

  test('can be taken out in the form below', async () => {
    const { aiko, filed, history, workspace } = await start()
    const number = await filed()
    await aiko.types('#team', `/case note ${number} ${typed}`)
    await aiko.seesModal('"text":"Message"')
    await aiko.submits()
    const confirm = await aiko.seesModal('Personal data found')
    await workspace.act(aiko.id, { do: 'close', viewId: confirm.id, state: {} })
    await aiko.fills('Message', 'Ask her about it')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['NOTE', 'Ask her about it']])
  })

  test('from the case’s view: the form below ends, and the view shows the reply', async () => {
    const { aiko, filed, workspace } = await start()
    const number = await filed()
    await aiko.presses('View case', await aiko.asks('#team', `/case ${number}`, 'Calendar is empty'))
    await aiko.seesModal('"text":"Reply"')
    await aiko.presses('Reply')
    await aiko.seesModal('"text":"Message"')
    await aiko.fills('Message', typed)
    await aiko.submits()
    await aiko.seesModal('Personal data found')
    await aiko.fills('Reason', 'They asked for it')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(`Your reply is in case #${number}`)
    await workspace.until(() => JSON.stringify(aiko.modals()[0]).includes('They asked for it'), 'the case to be drawn anew')
    expect(aiko.modals()).toHaveLength(2)
  })

  test('where no view goes in front any more, the form itself asks', async () => {
    const { aiko, filed, history, posts } = await start()
    const number = await filed()
    const card = await posts(number, ['note'])
    await aiko.presses('Add note', card)
    await aiko.seesModal('"text":"Message"')
    for (const id of [actionIds.viewCase, actionIds.openReply]) {
      await aiko.forgesPress(id, String(number), { viewId: aiko.modal().id })
      await aiko.seesModal(id === actionIds.viewCase ? 'It is late.' : 'Goes to the desk')
    }
    expect(aiko.modals()).toHaveLength(3)
    await aiko.fills('Message', typed)
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Reason to keep it')
    expect(aiko.labels()).toEqual(['Reason to keep it', 'Message'])
    await aiko.fills('Reason to keep it', 'They asked for it')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', typed]])
  })

  test('found too late for the ack, the form asks with all that was typed', async () => {
    const story = await start({ ackBudget: 150 })
    const { aiko, filed, history } = story
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} ${typed}`)
    await aiko.seesModal('"text":"Message"')
    await late(story)
    await aiko.seesModal(/Reason to keep it.*jane\.doe/)
    await aiko.fills('Reason to keep it', 'They asked for it')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', typed]])
  })

  test('confirmed too late for the ack, the form below has nothing left to send', async () => {
    const story = await start({ ackBudget: 150 })
    const { aiko, filed, history, workspace } = story
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} ${typed}`)
    await aiko.seesModal('"text":"Message"')
    await aiko.submits()
    await aiko.seesModal('Personal data found')
    await aiko.fills('Reason', 'They asked for it')
    await late(story)
    await aiko.seesModal(`Your reply is in case #${number}`)
    await workspace.until(() => !JSON.stringify(aiko.modals()[0]).includes('"type":"input"'), 'the form below to end')
    expect(await history(number)).toEqual([['REPLY', typed]])
  })
})

/** Submits while the store keeps everybody waiting, until the form says so. */
async function late(story: VerbStory): Promise<void> {
  const release = story.holdStore()
  expect(await story.aiko.submits()).toEqual({ ok: true })
  await story.aiko.seesModal('Saving')
  release()
}

describe('slow, closed and refused forms', () => {
  const start = verbStories()

  test('a reply that takes longer than an ack is done once, and says so', async () => {
    const story = await start({ ackBudget: 150 })
    const { aiko, filed, history } = story
    const number = await filed()
    await aiko.types('#team', `/case reply ${number} It waits`)
    await aiko.seesModal('"text":"Message"')
    await late(story)
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

describe('delivered twice, and forged', () => {
  const start = verbStories()

  test.each([
    ['reply', 'IN_PROGRESS', 'Again'], ['note', 'IN_PROGRESS', 'Again'], ['severity', 'IN_PROGRESS', 'P1 Again'], ['handover', 'IN_PROGRESS', 'Ben'],
    ['share', 'IN_PROGRESS', 'it@acme.example'], ['close', 'IN_PROGRESS', 'Again'], ['reopen', 'CLOSED', 'Again'],
  ] as const)('%s is done once', async (verb, state, text) => {
    const story = await start()
    const { aiko, filed, history } = story
    const number = await filed(state)
    await aiko.types('#team', `/case ${verb} ${number} ${text}`)
    await aiko.seesModal('"type":"input"')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toHaveLength(1)
    await story.workspace.settled()
    const said = story.said()
    await story.again(story.lastSent('view_submission'))
    expect(await history(number)).toHaveLength(1)
    expect(story.said()).toBe(said)
  })

  test.each(['reply', 'close'])('a confirmed %s is done once', async (verb) => {
    const story = await start()
    const { aiko, filed, history } = story
    const number = await filed()
    await aiko.types('#team', `/case ${verb} ${number} Ask jane.doe@acme.example`)
    await aiko.seesModal('"type":"input"')
    await aiko.submits()
    await aiko.seesModal('Personal data found')
    await aiko.fills('Reason', 'They asked for it')
    expect(await aiko.submits()).toEqual({ ok: true })
    await story.workspace.settled()
    const said = story.said()
    await story.again(story.lastSent('view_submission'))
    expect(await history(number)).toHaveLength(1)
    expect(story.said()).toBe(said)
    expect(story.logged.join('\n')).not.toContain('unexpected')
  })

  test('take and stop sharing are done once', async () => {
    const story = await start()
    const { ben, aiko, filed, history, posts, db } = story
    const number = await filed()
    await ben.presses('Take', await posts(number, ['take']))
    await ben.sees(`Case #${number} is yours`)
    await story.again(story.lastSent('block_actions'))
    expect(await history(number)).toEqual([['OWNER', null]])
    await db.caseShare.create({ data: { caseNumber: number, email: 'it@acme.example', addedBy: null, addedAt: new Date() } })
    await aiko.types('#team', `/case share ${number}`)
    await aiko.seesModal('Stop sharing')
    await aiko.presses('Stop sharing')
    await aiko.seesModal('shared with nobody')
    await story.again(story.lastSent('block_actions'))
    expect((await history(number)).map(([kind]) => kind)).toEqual(['OWNER', 'SHARE'])
  })

  const forms = [actionIds.openReply, actionIds.openNote, actionIds.openSeverity, actionIds.openHandOver, actionIds.openShare, actionIds.openEscalate, actionIds.openClose, actionIds.openNotSolved, actionIds.openReopen]
  test.each(forms)('%s with the number of another domain’s case answers like with none', async (actionId) => {
    const { aiko, filed, world, hooli, sven, posts } = await start()
    const card = await posts(await filed(), ['reply'])
    const foreign = await world.case(hooli.id, sven, { title: 'Secret of Hooli' })
    const said: string[] = []
    for (const number of [foreign, 99_999]) {
      await aiko.forgesPress(actionId, String(number), placeIn(card))
      const { view } = await aiko.seesModal(`“${number}”`)
      said.push(view.blocks.map((block) => JSON.stringify({ ...block, block_id: '' })).join().replaceAll(String(number), 'N'))
      await aiko.closes()
    }
    expect(said[0]).toBe(said[1])
    expect(said[0]).not.toMatch(/Hooli|boreal/)
  })

  test('take with a forged number changes nothing', async () => {
    const { aiko, filed, world, hooli, sven, posts, row, said } = await start()
    const card = await posts(await filed(), ['take'])
    const foreign = await world.case(hooli.id, sven)
    await aiko.forgesPress(actionIds.takeCase, String(foreign), placeIn(card))
    await aiko.sees(String(foreign))
    expect(await row(foreign)).toMatchObject({ ownerId: sven.accountId, version: 1 })
    expect(said()).not.toContain('is yours')
  })
})
