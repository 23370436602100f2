import { describe, expect, test } from 'vitest'
import type { OpenUpload, UploadProblem } from '../../src/slack/edge.js'
import { edgeStories, type EdgeStory } from './edge-story.js'
import { readItems } from '../support/read-items.js'

const oneCustomer = () => readItems([{ where: { file: 'c.csv', line: 2 }, records: [{ type: 'customer', domain: 'globex.example' }], problems: [] }])

describe('importing in Slack', () => {
  const start = edgeStories()

  async function opens(openUpload: OpenUpload): Promise<EdgeStory> {
    const story = await start({ openUpload })
    const { db } = story.world.store
    await db.accountRole.create({ data: { accountId: story.actor.accountId, roleId: 'super-admin', grantedAt: story.world.now } })
    await story.aiko.types('#team', '/portal import')
    await story.aiko.seesModal('hikari.example')
    await story.aiko.attaches('File', story.aiko.upload('c.csv', 'text/csv', 'domain\n'))
    return story
  }

  test('house rule 7: a submission delivered twice is imported once, and what was fetched is removed', async () => {
    let [opened, closed] = [0, 0]
    const story = await opens(() => {
      opened += 1
      return Promise.resolve({
        file: 'c.csv',
        read: oneCustomer,
        close: () => { closed += 1; return Promise.resolve() },
      })
    })
    await story.aiko.submits()
    await story.aiko.seesModal('was imported for hikari.example')
    await story.again(story.lastSent('view_submission'))
    expect([opened, closed]).toEqual([1, 1])
    expect(await story.world.store.db.audit.count({ where: { action: 'directory.imported' } })).toBe(1)
  })

  test('done is not said to have stopped where the view cannot be changed: the report comes by direct message', async () => {
    const story = await opens(() => Promise.resolve({
      file: 'c.csv',
      read: oneCustomer,
      close: () => Promise.resolve(),
    }))
    story.workspace.addFault({ method: 'views.update', kind: 'error', error: 'view_too_large', times: 9 })
    await story.aiko.submits()
    await story.aiko.sees('was imported for hikari.example')
    await story.workspace.settled()
    expect(JSON.stringify([story.aiko.directMessages(), story.aiko.modals()])).not.toContain('stopped')
  })

  test('a store that fails at once is told too: *Importing…* does not stand', async () => {
    const story = await opens(() => Promise.resolve('gone'))
    const { transaction } = story.world.store
    Object.assign(story.world.store, { transaction: () => Promise.reject(new Error('the disk is full')) })
    await story.aiko.submits()
    await story.aiko.seesModal(/The import of c\.csv stopped: .*D-0000/)
    Object.assign(story.world.store, { transaction })
  })

  test('a form opened before a switch of domain imports nothing for the other one', async () => {
    let opened = 0
    const story = await opens(() => {
      opened += 1
      return Promise.resolve('gone')
    })
    await story.world.account('aiko@boreal.example', story.boreal, { personEmail: 'aiko@hikari.example', privileges: ['ADMINISTER'], slackUserId: story.actor.slack.userId })
    await story.aiko.types('#team', '/portal switch boreal.example')
    await story.aiko.sees('You act on boreal.example now')
    await story.aiko.submits()
    await story.aiko.seesModal('This belongs to your account on hikari.example, and you act on boreal.example now.')
    expect(opened).toBe(0)
  })

  test.each<[UploadProblem, string]>([
    ['too_large', 'c.csv is larger than 10 MB'], ['not_slack', 'a place for c.csv that is not Slack’s own'], ['gone', 'Slack does not have c.csv any more'], ['unreachable', 'Slack did not give c.csv out'],
  ])('a file that cannot be had (%s) is told with what to do, and nothing is written', async (problem, words) => {
    const story = await opens(() => Promise.resolve(problem))
    await story.aiko.submits()
    await story.aiko.seesModal(words)
    expect(await story.world.store.db.audit.count({ where: { action: 'directory.imported' } })).toBe(0)
  })

  test('a reader that fails is a bug with a reference, and what was fetched is removed', async () => {
    let closed = 0
    const story = await opens(() => Promise.resolve({
      file: 'c.csv', read: () => { throw new Error('broken') }, close: () => { closed += 1; return Promise.resolve() },
    }))
    await story.aiko.submits()
    await story.aiko.seesModal(/The import of c\.csv stopped: .*D-0000/)
    expect(closed).toBe(1)
    expect(story.logged.join('\n')).toContain('broken')
  })
})
