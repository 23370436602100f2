/** Nothing is done twice, or for somebody else (SCOPE-1). */
import { describe, expect, test } from 'vitest'
import { actionIds } from '../../../src/slack/views/ids.js'
import { placeIn } from '../../support/person.js'
import { verbStories } from './verb-story.js'

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
