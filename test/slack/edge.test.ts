/** The edge alone against the stand-in: late answers, lost ones, bugs, Home and pages. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../support/person.js'
import { edgeStories } from './edge-story.js'

describe('the edge', () => {
  const start = edgeStories()

  describe('a submission that takes longer than an ack may (house rule 8)', () => {
    test('shows that it is being filed, and ends with the number', async () => {
      const story = await start({ ackBudget: 20 })
      await story.fillsIn()
      await story.submitsLate()
      await story.aiko.seesModal(/Case #\d+ is filed/)
      expect(await story.world.store.db.case.count()).toBe(1)
    })

    test('ends with what was wrong and a way back to everything typed', async () => {
      const story = await start({ ackBudget: 20 })
      await story.fillsIn()
      await story.world.ledger(story.acme.id, story.hikari, { change: 'SWITCH_OFF' })
      await story.submitsLate()
      await story.aiko.seesModal(/Not filed yet/)
      await story.aiko.seesModal(/turned reseller access off/)
      await story.aiko.presses('Go on with it')
      await story.aiko.seesModal('Mail is late')
      expect(story.aiko.labels()).not.toContain('Category')
      expect(await story.world.store.db.case.count()).toBe(0)
    })

    test.each([['filed', false], ['refused', true]])('%s after the view was closed, it says so once and nothing went wrong', async (_what, refused) => {
      const story = await start({ ackBudget: 20 })
      await story.fillsIn()
      if (refused) await story.world.ledger(story.acme.id, story.hikari, { change: 'SWITCH_OFF' })
      const release = story.holdStore()
      expect(await story.aiko.submits()).toEqual({ ok: true })
      await story.aiko.seesModal('Filing the case')
      await story.aiko.closes()
      release()
      if (refused) await story.aiko.sees(/turned reseller access off/)
      await story.slack.stop()
      expect(story.aiko.directMessages()).toHaveLength(refused ? 1 : 0)
      expect(await story.world.store.db.case.count()).toBe(refused ? 0 : 1)
      expect(story.logged.join()).not.toContain('unexpected')
    })

    test('personal data is asked about in its place', async () => {
      const story = await start({ ackBudget: 20 })
      await story.fillsIn('Ask jane.doe@acme.example')
      await story.submitsLate()
      await story.aiko.seesModal('Personal data found')
      await story.aiko.fills('Reason', 'Needed to trace the message')
      await story.submitsLate()
      await story.aiko.seesModal(/Case #\d+ is filed/)
    })
  })

  test('what was added to a form after its personal data was shown is shown before it is filed (CASE-2)', async () => {
    const story = await start()
    await story.fillsIn('Ask jane.doe@acme.example')
    await story.aiko.submits()
    await story.aiko.seesModal('Personal data found')
    await story.aiko.fills('Reason', 'Needed to trace the message')
    const { id, values } = await story.world.store.db.draft.findFirstOrThrow()
    await story.world.store.db.draft.update({ where: { id }, data: { values: { ...(values as object), title: 'Mail of bob@acme.example' } } })
    expect(await story.aiko.submits()).toEqual({ ok: true })
    await story.aiko.seesModal('b•••@acme.example')
    expect(await story.world.store.db.case.count()).toBe(0)
    await story.aiko.fills('Reason', 'Needed to trace the message')
    expect(await story.aiko.submits()).toEqual({ ok: true })
    expect(await story.world.store.db.case.count()).toBe(1)
  })

  test('access withdrawn while the form was open is answered at Customer, and the form stays (ACCESS-4)', async () => {
    const story = await start()
    await story.fillsIn()
    await story.world.ledger(story.acme.id, story.hikari, { change: 'SWITCH_OFF' })
    const answer = await story.aiko.submits()
    expect(Object.entries('errors' in answer ? answer.errors! : {})).toEqual([[expect.stringMatching(/^customer\./), expect.stringMatching(/turned reseller access off/)]])
    expect(story.aiko.modals()).toHaveLength(1)
  })

  test('a search that the store keeps waiting finds nothing, in time', async () => {
    const story = await start()
    await story.aiko.types('#team', '/case new acme.example')
    await story.aiko.seesModal('"text":"Severity"')
    const release = story.holdStore()
    expect(await story.aiko.finds('Category', 'delayed')).toEqual([])
    release()
    expect(await story.aiko.finds('Category', 'delayed')).not.toEqual([])
  })

  test('a form of an older version is answered in time, in the language last seen', async () => {
    const story = await start({ ackBudget: 20 })
    await story.fillsIn()
    const sent = story.lastSent('block_actions')
    const view = { ...(sent['view'] as object), callback_id: 'of_an_older_version' }
    const release = story.holdStore()
    const answers: unknown[] = []
    await story.slack.app.processEvent({ body: { ...sent, actions: undefined, type: 'view_submission', view }, ack: async (answer) => void answers.push(answer) })
    release()
    expect(JSON.stringify(answers)).toContain('from an older version')
  })

  test('a form of ours that cannot be read any more is answered in the ack, and nothing is said elsewhere', async () => {
    const story = await start()
    await story.fillsIn()
    const sent = story.lastSent('block_actions')
    const view = { ...(sent['view'] as object), callback_id: 'decide_approval', private_metadata: '' }
    const answers: unknown[] = []
    await story.slack.app.processEvent({ body: { ...sent, actions: undefined, type: 'view_submission', view }, ack: async (answer) => void answers.push(answer) })
    expect(answers).toMatchObject([{ response_action: 'update' }])
    expect(JSON.stringify(answers)).toContain('could not be read')
    expect(story.said()).toBe('')
  })

  test('a bug is told with a reference that the log knows, and without a stack trace', async () => {
    const story = await start()
    const { transaction, read } = story.world.store
    await story.aiko.types('#team', '/case help')
    await story.aiko.sees('support cases of your customers')
    const full = (): Promise<never> => Promise.reject(new Error('the disk is full'))
    Object.assign(story.world.store, { transaction: full, read: full })
    await story.aiko.types('#team', '/case list')
    const told = await story.aiko.sees(/Something went wrong on our side/)
    Object.assign(story.world.store, { transaction, read })
    const reference = /reference: (\w+)/.exec(told.text)![1]!
    expect(story.logged.filter((line) => line.includes(reference) && line.includes('the disk is full'))).toHaveLength(1)
    expect(wordsOf(told)).not.toMatch(/disk|\.ts:|\.js:/)
  })

  test('an answer address that takes nothing: the words come by direct message', async () => {
    const story = await start()
    story.workspace.addFault({ method: 'response_url', kind: 'error', error: 'expired_url', times: 1 })
    await story.aiko.types('#team', '/case help')
    await story.aiko.sees('support cases of your customers')
    expect(story.aiko.directMessages().map((message) => message.text).join()).toContain('/case list')
  })

  test('a trigger that died on the way is told, with what to do', async () => {
    const story = await start()
    story.workspace.addFault({ method: 'views.open', kind: 'error', error: 'expired_trigger_id', times: 1 })
    await story.aiko.types('#team', '/case new')
    await story.aiko.sees('could not be opened in time. Type the command, or press the button, once more.')
    expect(story.aiko.modals()).toEqual([])
  })

  test('Home shows who one is, the drafts and the cases, and starts a filing', async () => {
    const story = await start()
    await story.world.case(story.acme.id, story.actor, { title: 'Calendar is empty' })
    await story.fillsIn()
    await story.aiko.closes()
    await story.workspace.settled()
    await story.workspace.act(story.aiko.id, { do: 'open_home' })
    const home = await story.workspace.until(() => story.workspace.stateOf(story.aiko.id).home, 'Home')
    const words = JSON.stringify(home.view)
    for (const shown of ['aiko@hikari.example', 'Calendar is empty', '«Mail is late» · Acme', 'Go on with it', 'File a case']) expect(words).toContain(shown)
    const block = home.view.blocks.find((each) => each.type === 'actions' && JSON.stringify(each).includes('open_filing'))!
    await story.workspace.act(story.aiko.id, { do: 'action', place: { viewId: home.id }, blockId: block.block_id!, actionId: 'open_filing', value: {}, state: {} })
    await story.aiko.seesModal('«Mail is late»')
  })

  test('the list turns its pages in place and View case opens one', async () => {
    const story = await start()
    for (let i = 1; i <= 12; i += 1) await story.world.case(story.acme.id, story.actor, { title: `Case no ${i}` })
    await story.aiko.types('#team', '/case list state:open')
    const first = await story.aiko.sees('State: open')
    expect(wordsOf(first).match(/View case/g)).not.toBeNull()
    await story.aiko.presses('Next page', first)
    const second = await story.aiko.sees('Previous page')
    expect(wordsOf(second)).toContain('That is all.')
    await story.aiko.presses('View case', second)
    await story.aiko.seesModal(/Case no \d+/)
    expect(story.said()).not.toMatch(/went wrong/)
  })

  test('a draft thrown away is offered no more', async () => {
    const story = await start()
    await story.fillsIn()
    await story.aiko.closes()
    await story.aiko.types('#team', '/case new')
    await story.aiko.seesModal('You have an unfinished draft')
    await story.aiko.presses('Discard')
    await story.workspace.until(() => story.aiko.modals().length > 0 && !JSON.stringify(story.aiko.modal().view).includes('unfinished draft'), 'the offer to go')
    expect(await story.world.store.db.draft.count({ where: { state: 'DISCARDED' } })).toBe(1)
  })

  test('Google Cloud says where to go, at once and at Submit (CASE-1)', async () => {
    const story = await start()
    await story.fillsIn()
    await story.aiko.chooses('Product type', 'Google Cloud')
    await story.aiko.seesModal('console.cloud.google.com')
    const answer = await story.aiko.submits()
    expect(Object.entries('errors' in answer ? answer.errors! : {})).toEqual([[expect.stringMatching(/^productType\./), expect.stringMatching(/console\.cloud\.google\.com/)]])
  })

  test('a stop takes nothing new while it waits', async () => {
    const story = await start()
    await story.aiko.types('#team', '/case help')
    await story.aiko.sees('support cases of your customers')
    const release = story.holdStore()
    await story.aiko.types('#team', '/case list')
    const stopped = story.slack.stop()
    const late = await story.aiko.types('#team', '/case new')
    release()
    await stopped
    expect(late).toMatchObject({ ok: false })
    expect(story.aiko.reads('#team')).toHaveLength(2)
    expect(await story.world.store.db.draft.count()).toBe(0)
  })

  test('a stop waits for what is being done', async () => {
    const story = await start()
    await story.fillsIn()
    const submitting = story.aiko.submits()
    await story.workspace.until(() => story.workspace.traffic().some((line) => line.kind === 'view_submission'), 'the submission to be sent').catch(() => undefined)
    await story.slack.stop()
    await submitting
    expect(await story.world.store.db.case.count()).toBeLessThanOrEqual(1)
    expect(story.logged.filter((line) => line.includes('unexpected'))).toEqual([])
  })
})
