/** What goes wrong for the unlucky: too many views in front of each other, and everything closed at once. */
import { describe, expect, test } from 'vitest'
import { actionIds } from '../../../src/slack/views/ids.js'
import { verbStories } from './verb-story.js'

describe('three views in front of each other, as many as Slack takes', () => {
  const start = verbStories()

  test('the form takes the place of the foremost, and does what it is for', async () => {
    const { aiko, filed, history, workspace, logged } = await start()
    const number = await filed()
    await aiko.presses('View case', await aiko.asks('#team', `/case ${number}`, 'Calendar is empty'))
    await aiko.seesModal('"text":"Reply"')
    for (let views = 2; views <= 3; views++) {
      await aiko.forgesPress(actionIds.viewCase, String(number), { viewId: aiko.modal().id })
      await workspace.until(() => aiko.modals().length === views && JSON.stringify(aiko.modal()).includes('"text":"Reply"'), `view ${views}`)
    }
    await aiko.presses('Reply')
    await aiko.seesModal('Goes to the desk')
    expect(aiko.modals()).toHaveLength(3)
    await aiko.fills('Message', 'From the third view')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await history(number)).toEqual([['REPLY', 'From the third view']])
    expect(logged.join('\n')).not.toContain('unexpected')
  })
})

describe('a form on a case’s view', () => {
  const start = verbStories()

  test.each(['Reply', 'Add note', 'Close case'])('%s, closed at once with the view below, keeps what was typed', async (button) => {
    const { aiko, filed, kept, workspace } = await start()
    const number = await filed()
    await aiko.presses('View case', await aiko.asks('#team', `/case ${number}`, 'Calendar is empty'))
    await aiko.seesModal('"text":"Reply"')
    await aiko.presses(button)
    await workspace.until(() => aiko.modals().length === 2 && JSON.stringify(aiko.modal()).includes('"type":"input"'), 'the form')
    await aiko.fills(aiko.labels()[0]!, 'Half a sentence')
    await aiko.closes()
    await workspace.settled()
    expect((await kept()).map(({ values }) => Object.values(values as object))).toEqual([['Half a sentence']])
  })

  test('what arrives late of a form that was sent is not kept', async () => {
    const story = await start()
    const { aiko, filed, kept, history, workspace } = story
    const number = await filed()
    await aiko.types('#team', `/case reply ${number}`)
    await aiko.seesModal('"text":"Message"')
    await aiko.fills('Message', 'It is sent')
    await workspace.settled()
    const typing = story.lastSent('block_actions')
    expect(await aiko.submits()).toEqual({ ok: true })
    await workspace.settled()
    await story.again(typing)
    expect(await history(number)).toEqual([['REPLY', 'It is sent']])
    expect(await kept()).toEqual([])
  })
})
