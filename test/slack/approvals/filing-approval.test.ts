/** Filing from the form where it is not simply filed: a manager is asked first, or the form belongs to another account. */
import { describe, expect, test } from 'vitest'
import { edgeStories } from '../edge-story.js'
import type { EdgeStory } from '../edge-story.js'

const start = edgeStories()

async function fillsInCritical(story: EdgeStory): Promise<void> {
  await story.world.store.db.resellerPolicy.update({ where: { organizationId: story.hikari }, data: { p1NeedsApproval: true } })
  await story.fillsIn()
  await story.aiko.chooses('Severity', '🔴 P1 · Critical')
  await story.workspace.settled()
}

const errorsOf = (answer: Awaited<ReturnType<EdgeStory['aiko']['submits']>>) => Object.entries('errors' in answer ? answer.errors! : {})

describe('a critical case that a manager approves first', () => {
  test('closes the form once it waits; the number is told by the outbox', async () => {
    const story = await start()
    for (const name of ['Dana', 'Noor']) await story.world.account(`${name}@hikari.example`, story.hikari, { name, privileges: ['DECIDE_REQUESTS'] })
    await fillsInCritical(story)
    expect(await story.aiko.submits()).toEqual({ ok: true })
    expect(story.aiko.modals()).toEqual([])
    expect(await story.world.store.db.case.findMany()).toMatchObject([{ state: 'PENDING_APPROVAL' }])
  })

  test('beyond the ack the view ends with who has to approve', async () => {
    const story = await start({ ackBudget: 300 })
    for (const name of ['Dana', 'Noor']) await story.world.account(`${name}@hikari.example`, story.hikari, { name, privileges: ['DECIDE_REQUESTS'] })
    await fillsInCritical(story)
    await story.submitsLate()
    await story.aiko.seesModal(/waits for Dana or Noor to approve/)
    expect(JSON.stringify(story.aiko.modal().view)).toContain('Waits for approval')
  })

  test('with nobody to approve it is answered at Severity, and the form stays (APPROVAL-2)', async () => {
    const story = await start()
    await fillsInCritical(story)
    expect(errorsOf(await story.aiko.submits())).toEqual([[expect.stringMatching(/^severity\./), expect.stringContaining('hikari.example')]])
    expect(story.aiko.modals()).toHaveLength(1)
    expect(await story.world.store.db.case.count()).toBe(0)
  })
})

describe('a form that was opened before a switch of domain', () => {
  async function switches(story: EdgeStory): Promise<void> {
    const { slack } = story.actor
    const other = await story.world.account('aiko@boreal.example', story.boreal, { name: 'Aiko', personEmail: 'aiko@hikari.example', slackUserId: slack.userId })
    await story.world.store.db.slackUser.update({ where: { teamId_userId: slack }, data: { signedInAccountId: other.accountId } })
  }

  test('is refused at Customer, naming both domains, and stays; switched back it is filed', async () => {
    const story = await start()
    await story.fillsIn()
    await switches(story)
    expect(errorsOf(await story.aiko.submits())).toEqual([[expect.stringMatching(/^customer\./), expect.stringMatching(/hikari\.example[^]*boreal\.example|boreal\.example[^]*hikari\.example/)]])
    expect(await story.world.store.db.case.count()).toBe(0)
    await story.world.store.db.slackUser.update({ where: { teamId_userId: story.actor.slack }, data: { signedInAccountId: story.actor.accountId } })
    expect(await story.aiko.submits()).toEqual({ ok: true })
    expect(await story.world.store.db.case.findMany()).toMatchObject([{ filedByOrgId: story.hikari }])
  })

  test('keeps what stands in it when something else is chosen', async () => {
    const story = await start()
    await story.fillsIn()
    await switches(story)
    await story.aiko.chooses('Product type', 'Google Cloud')
    await story.aiko.seesModal(/your account on hikari\.example, and you act on boreal\.example now/)
    const [form, words] = story.aiko.modals()
    expect(JSON.stringify(form!.view)).toContain('"text":"Severity"')
    expect(JSON.stringify(words!.view)).not.toContain('"text":"Severity"')
    expect((await story.world.store.db.draft.findFirstOrThrow()).values).toMatchObject({ productId: 'google-workspace', title: 'Mail is late' })
  })
})
