/** Requests and the modal they are decided in, against the stand-in. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { askApproval } from '../../../src/usecases/approvals/ask-approval.js'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import { wordsOf } from '../../support/person.js'
import { edgeStories } from '../edge-story.js'
import type { EdgeStory } from '../edge-story.js'

describe('/approvals and the form', () => {
  const start = edgeStories()
  let story: EdgeStory
  let noor: AccountActor
  let camille: AccountActor
  let subscriptionId: string

  /** Aiko and Noor are managers; Camille asks them. */
  beforeEach(() => begin())

  async function begin(ackBudget = 2000): Promise<void> {
    story = await start({ ackBudget })
    const { world, hikari, acme, actor } = story
    const { roleId } = await world.store.db.accountRole.findFirstOrThrow({ where: { accountId: actor.accountId } })
    await world.store.db.rolePrivilege.create({ data: { roleId, privilege: 'DECIDE_REQUESTS' } })
    noor = await world.account('noor@hikari.example', hikari, { name: 'Noor', privileges: ['DECIDE_REQUESTS'] })
    camille = await world.account('camille@hikari.example', hikari, { name: 'Camille' })
    subscriptionId = await world.subscription(acme.id, { seller: 'GOOGLE' })
  }

  const ask = async (by = camille): Promise<string> => {
    const { deps, hikari, acme } = story
    // As the bot's own clock, which runs.
    const now = new Date()
    const asked = await deps.store.transaction((tx) => askApproval(tx, deps, by, { payload: { kind: 'CONSENT' }, organizationId: hikari, customerId: acme.id, subscriptionId, now }))
    return asked.id
  }
  const stateOf = async (id: string) => story.world.store.db.approval.findUniqueOrThrow({ where: { id }, select: { state: true, comment: true, decidedById: true } })
  const running = () => ({ ...story.deps, now: () => new Date() })

  const opensReview = async (): Promise<void> => {
    await story.aiko.types('#team', '/approvals')
    await story.aiko.presses('Review', await story.aiko.sees('Waiting for you'))
    await story.aiko.seesModal('"text":"Decision"')
  }

  test('what waits is listed, reviewed and declined; without a comment it says so at the field', async () => {
    const id = await ask()
    await opensReview()
    await story.aiko.chooses('Decision', 'Decline')
    const answer = await story.aiko.submits()
    expect('errors' in answer ? answer.errors : {}).toEqual({ 'form.comment': 'This is needed.' })
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING' })
    await story.aiko.fills('Comment', 'Not this year')
    expect(await story.aiko.submits()).toEqual({ ok: true })
    await story.aiko.seesModal('Declined by Aiko')
    expect(await stateOf(id)).toEqual({ state: 'DECLINED', comment: 'Not this year', decidedById: story.actor.accountId })
    await story.aiko.closes()
    expect(story.aiko.modals()).toEqual([])
  })

  test('approving ends the form with the outcome and what is next', async () => {
    const id = await ask()
    await opensReview()
    await story.aiko.chooses('Decision', 'Approve')
    expect(await story.aiko.submits()).toEqual({ ok: true })
    await story.aiko.seesModal('Next, the customer has to grant access to it.')
    expect(await stateOf(id)).toMatchObject({ state: 'APPROVED' })
  })

  test('APPROVAL-2: who is slower reads who decided, when submitting and when pressing a stale button', async () => {
    const id = await ask()
    await opensReview()
    await story.aiko.chooses('Decision', 'Approve')
    await decideApproval(running(), noor, { approvalId: id, decision: 'DECLINE', comment: 'No', deliveryKey: 'noor' })
    expect(await story.aiko.submits()).toEqual({ ok: true })
    await story.aiko.seesModal('Declined by Noor')
    await story.aiko.closes()
    await story.aiko.presses('Review', await story.aiko.sees('Waiting for you'))
    const view = await story.aiko.seesModal('Declined by Noor')
    expect(JSON.stringify(view.view)).not.toContain('"input"')
    expect(await stateOf(id)).toMatchObject({ state: 'DECLINED', decidedById: noor.accountId })
  })

  test('delivered twice, it is decided once and answered alike', async () => {
    const id = await ask()
    await opensReview()
    await story.aiko.chooses('Decision', 'Approve')
    await story.aiko.submits()
    await story.again(story.lastSent('view_submission'))
    expect(await story.world.store.db.audit.count({ where: { subjectId: id, action: 'approval.approved' } })).toBe(1)
    expect(story.said()).not.toMatch(/went wrong/)
  })

  test('decided late (house rule 8), the view that waits ends with the outcome', async () => {
    await begin(20)
    const id = await ask()
    await opensReview()
    await story.aiko.chooses('Decision', 'Approve')
    const release = story.holdStore()
    const submitting = story.aiko.submits()
    await story.aiko.seesModal('Saving')
    release()
    expect(await submitting).toEqual({ ok: true })
    await story.aiko.seesModal(/Consent · Acme\\nApproved by Aiko/)
    expect(await stateOf(id)).toMatchObject({ state: 'APPROVED' })
  })

  test('a forged id, and another domain’s, are not found in the same words', async () => {
    const { world, boreal, hooli } = story
    const sven = await world.account('sven2@boreal.example', boreal, { name: 'Sven Two' })
    await world.account('elsa@boreal.example', boreal, { name: 'Elsa', privileges: ['DECIDE_REQUESTS'] })
    const foreignSubscription = await world.subscription(hooli.id, { seller: 'GOOGLE' })
    const foreign = await story.deps.store.transaction((tx) => askApproval(tx, story.deps, sven, { payload: { kind: 'CONSENT' }, organizationId: boreal, customerId: hooli.id, subscriptionId: foreignSubscription, now: new Date() }))
    await ask()
    await story.aiko.types('#team', '/approvals')
    const list = await story.aiko.sees('Waiting for you')
    const { block_id: blockId } = list.blocks!.find((block) => JSON.stringify(block).includes('"action_id":"review"'))!
    for (const value of ['no-such-id', foreign.id]) {
      const place = { channel: list.channel, ts: list.ts }
      await story.workspace.act(story.aiko.id, { do: 'action', place, blockId: blockId!, actionId: 'review', value: { value }, state: {}, force: true })
      const { view } = await story.aiko.seesModal('There is no such request for you.')
      expect(JSON.stringify(view)).not.toContain('Hooli')
      await story.aiko.closes()
    }
  })

  test('what one asked for can be withdrawn, and not be decided by oneself', async () => {
    const id = await ask(story.actor)
    await story.aiko.types('#team', '/approvals asked')
    await story.aiko.presses('Review', await story.aiko.sees('You asked for'))
    const view = await story.aiko.seesModal(/Nobody decides their own request\.\\nNoor can decide it\./)
    expect(JSON.stringify(view.view)).not.toContain('"submit":{')
    await story.aiko.presses('Withdraw request')
    await story.aiko.seesModal('Nobody is asked any more.')
    expect(await stateOf(id)).toMatchObject({ state: 'WITHDRAWN' })
  })

  test('handed on in front of the form: another person is asked, and both views close together', async () => {
    const id = await ask()
    const { world, hikari } = story
    await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: ['DECIDE_REQUESTS'] })
    await opensReview()
    await story.aiko.presses('Hand on')
    await story.aiko.seesModal('"text":"Hand on to"')
    const nobody = await story.aiko.forges({})
    expect('errors' in nobody ? Object.keys(nobody.errors!) : []).toEqual(['form.handOnTo'])
    await story.aiko.chooses('Hand on to', 'Dana')
    expect(await story.aiko.submits()).toEqual({ ok: true })
    await story.aiko.seesModal('Handed on to Dana')
    const asked = await world.store.db.approvalDecider.findMany({ where: { approvalId: id, handedOnAt: null }, select: { account: { select: { name: true } } } })
    expect(asked.map(({ account }) => account.name).sort()).toEqual(['Dana', 'Noor'])
  })

  test('pages turn in place; help and unknown words are answered', async () => {
    for (let i = 0; i < 7; i += 1) await ask()
    await story.aiko.types('#team', '/approvals waiting')
    const first = await story.aiko.sees('Waiting for you')
    expect(wordsOf(first).match(/"action_id":"review"/g)).toHaveLength(5)
    await story.aiko.presses('More that waits', first)
    const second = await story.aiko.sees('Back to the start')
    expect(wordsOf(second).match(/"action_id":"review"/g)).toHaveLength(2)
    await story.aiko.presses('Back to the start', second)
    await story.aiko.sees('You asked for nothing')
    await story.aiko.types('#team', '/approvals waitng')
    await story.aiko.sees('Did you mean `/approvals waiting`?')
    await story.aiko.types('#team', '/approvals help')
    await story.aiko.sees('requests to decide, and requests you made')
  })
})
