/** Personal data in what was typed is asked about, and nothing typed is lost by it (CASE-2). */
import { describe, expect, test } from 'vitest'
import { actionIds } from '../../../src/slack/views/ids.js'
import { submitLate, verbStories } from './verb-story.js'

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
    await submitLate(story)
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
    await submitLate(story)
    await aiko.seesModal(`Your reply is in case #${number}`)
    await workspace.until(() => !JSON.stringify(aiko.modals()[0]).includes('"type":"input"'), 'the form below to end')
    expect(await history(number)).toEqual([['REPLY', typed]])
  })
})
