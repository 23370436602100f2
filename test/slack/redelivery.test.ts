/** Slack delivers late, twice, or loses our answer: what the person sees and the draft holds stays the newest (house rule 7). */
import { describe, expect, test } from 'vitest'
import { edgeStories } from './edge-story.js'
import type { EdgeStory } from './edge-story.js'

describe('delivered late or again', () => {
  const start = edgeStories()

  const held = async ({ world }: EdgeStory) => (await world.store.db.draft.findFirstOrThrow()).values as Record<string, unknown>

  test('an old title does not come back over the new one', async () => {
    const story = await start()
    await story.fillsIn()
    await story.aiko.fills('Title', 'The old title')
    const old = story.lastSent('block_actions')
    await story.aiko.fills('Title', 'The new title')
    await story.workspace.settled()
    await story.again(old)
    expect(await held(story)).toMatchObject({ title: 'The new title' })
  })

  test('an old product type does not turn the form back', async () => {
    const story = await start()
    await story.fillsIn()
    const old = story.lastSent('block_actions')
    await story.aiko.chooses('Product type', 'Google Cloud')
    await story.aiko.seesModal('console.cloud.google.com')
    await story.again(old)
    expect(JSON.stringify(story.aiko.modal().view)).toContain('console.cloud.google.com')
    expect(await held(story)).toMatchObject({ productId: 'google-cloud' })
  })

  test.each(['views.open', 'views.push'])('a lost answer of %s leaves no light view behind', async (method) => {
    const story = await start()
    const number = await story.world.case(story.acme.id, story.actor, { title: 'Calendar is empty' })
    story.workspace.addFault({ method, kind: 'lost_answer', times: 1 })
    await story.aiko.types('#team', '/case new acme.example')
    await story.aiko.seesModal('"text":"Severity"')
    if (method === 'views.push') {
      const place = { viewId: story.aiko.modal().id }
      await story.workspace.act(story.aiko.id, { do: 'action', place, blockId: 'b', actionId: 'view_case', value: { type: 'button', value: String(number) }, state: {}, force: true })
      await story.aiko.seesModal('Calendar is empty')
    }
    expect(story.aiko.modals()).toHaveLength(method === 'views.open' ? 1 : 2)
    expect(story.said()).toBe('')
  })

  test.each(['/case list', '/case help', '/case lst', '/case 1'])('%s answers once', async (typed) => {
    const story = await start()
    await story.aiko.types('#team', typed)
    await story.workspace.until(() => story.aiko.reads('#team').length > 0, 'the answer')
    await story.again(story.lastSent())
    expect(story.aiko.reads('#team')).toHaveLength(1)
    expect(story.aiko.directMessages()).toEqual([])
  })

  test('a command that opens a form leaves it as it is when it comes again', async () => {
    const story = await start()
    await story.fillsIn()
    const { id } = story.aiko.modal()
    await story.again(story.lastSent())
    expect(story.aiko.modals().map((modal) => modal.id)).toEqual([id])
    expect(story.aiko.labels()).toContain('What happens?')
    expect(story.said()).toBe('')
    expect(await story.world.store.db.draft.count()).toBe(1)
  })

  test('the closing of a form does not undo what was typed when it was gone on with', async () => {
    const story = await start()
    await story.fillsIn()
    await story.aiko.closes()
    const closed = story.lastSent('view_closed')
    await story.aiko.types('#team', '/case new')
    await story.aiko.seesModal('You have an unfinished draft')
    await story.aiko.presses('Go on with it')
    await story.aiko.seesModal('"initial_value":"Mail is late"')
    await story.aiko.fills('Title', 'Typed afterwards')
    await story.workspace.settled()
    await story.again(closed)
    expect(await story.world.store.db.draft.findFirst({ where: { customerId: story.acme.id } })).toMatchObject({ values: { title: 'Typed afterwards' } })
  })
})
