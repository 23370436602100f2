import { describe, expect, it } from 'vitest'
import { saveApprovalMessage } from '../../../src/store/approvals/approval-messages.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

describe('decideApproval', () => { eachStore((_name, fresh) => {
  it('does what is approved, tells who asked, and has every message drawn anew (APPROVAL-3, APPROVAL-4)', async () => {
    const { world, db, ask, decide, kim, omar, total, sent } = await approvalWorld(await fresh())
    const { id } = await ask()
    await sent()
    world.pass(1)
    const { approval, outcome } = await decide(kim, id, { comment: '  Gladly ' })
    expect(outcome).toBe('approved')
    expect(approval).toMatchObject({ state: 'APPROVED', version: 2, comment: 'Gladly', closedBecause: null, ended: { accountId: kim.accountId, by: 'Kim', at: world.now } })
    expect(await total()).toBe(70)
    expect(await sent()).toEqual([`approval_outcome person:${omar.slack.userId}`, 'approval_message person:UKIM', 'approval_message person:ULEE'].sort())
    expect(world.wakes).toBe(1)
    expect(await db.audit.findMany({ where: { action: 'approval.approved' } })).toMatchObject([{
      actorId: kim.accountId, subjectId: id, before: { state: 'PENDING' }, after: { state: 'APPROVED', comment: 'Gladly' }, origin: { how: 'modal', userId: 'UKIM' },
    }])
  })

  it('tells the audit trail what a pool had and has, beside the decision (ACCOUNT-2)', async () => {
    const { db, ask, decide, kim, omar, hikari } = await approvalWorld(await fresh())
    const { id } = await ask()
    await decide(kim, id)
    expect(await db.audit.findMany({ where: { action: 'licences.added' } })).toMatchObject([{
      actorId: kim.accountId, subjectType: 'organization', subjectId: hikari, before: { total: 50 }, after: { total: 70, approvalId: id, requesterId: omar.accountId },
    }])
  })

  it('declines with a comment, and does nothing then', async () => {
    const { db, ask, decide, lee, total } = await approvalWorld(await fresh())
    const { id } = await ask()
    expect(await decide(lee, id, { decision: 'DECLINE', comment: 'Too many' })).toMatchObject({ outcome: 'declined', approval: { state: 'DECLINED', comment: 'Too many' } })
    expect(await total()).toBe(50)
    expect(await db.audit.count({ where: { action: 'approval.declined', subjectId: id } })).toBe(1)
  })

  it('edits every place that has a message, wherever the channel is now', async () => {
    const { db, askConsent, decide, dana, sent, hikari } = await approvalWorld(await fresh())
    const { id } = await askConsent()
    await sent()
    await saveApprovalMessage(db, id, { at: 'person', teamId: 'T1', userId: 'UOLD' }, { channelId: 'D1', ts: '1.1', shownVersion: 1 })
    await saveApprovalMessage(db, id, { at: 'channel', channel: 'C-APPROVALS' }, { channelId: 'C1', ts: '1.2', shownVersion: 1 })
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { approvalChannel: null } })
    await decide(dana, id, { decision: 'DECLINE', comment: 'No' })
    expect((await sent()).filter((row) => row.startsWith('approval_message'))).toEqual(['channel:C-APPROVALS', 'person:UDANA', 'person:UNOOR', 'person:UOLD'].map((lane) => `approval_message ${lane}`))
  })

  it('is done once of one delivery, which is answered the same', async () => {
    const { world, db, ask, decide, kim, total } = await approvalWorld(await fresh())
    const { id } = await ask()
    const [first, twin] = await Promise.all([decide(kim, id), decide(kim, id)])
    expect(twin).toEqual(first)
    const rows = await db.outbox.count()
    world.pass(1)
    await expectNoRowsWritten(world.store, async () => expect(await decide(kim, id)).toEqual(first))
    expect(await total()).toBe(70)
    expect(await db.outbox.count()).toBe(rows)
  })

  it('lets one of two decide who decide at the same moment, and tells the other who did', async () => {
    const { world, db, ask, decide, kim, lee, total } = await approvalWorld(await fresh())
    for (let round = 0; round < 5; round += 1) {
      const { id } = await ask()
      const attempts = [decide(kim, id), decide(lee, id, { decision: 'DECLINE', comment: 'No' })]
      const outcomes = await Promise.all(attempts.map((attempt) => attempt.then(({ outcome }) => outcome, () => null)))
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1)
      const kimDecided = outcomes[0] !== null
      expect(await refusalOf(attempts[kimDecided ? 1 : 0]!)).toEqual({ code: 'already_decided', state: kimDecided ? 'APPROVED' : 'DECLINED', by: kimDecided ? 'Kim' : 'Lee', at: world.now })
      expect(await db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: kimDecided ? 'APPROVED' : 'DECLINED', version: 2 })
      expect(await db.audit.count({ where: { subjectId: id, action: { in: ['approval.approved', 'approval.declined'] } } })).toBe(1)
    }
    expect(await total()).toBe(50 + 20 * (await db.approval.count({ where: { state: 'APPROVED' } })))
  })

  it('adds up licences that are approved at the same moment', async () => {
    const { ask, decide, kim, lee, total } = await approvalWorld(await fresh())
    const [one, two] = [await ask(), await ask()]
    await Promise.all([decide(kim, one.id), decide(lee, two.id)])
    expect(await total()).toBe(90)
  })

  it('says so when it has become impossible, and closes it (APPROVAL-4)', async () => {
    const { db, ask, decide, kim, total, sent, omar } = await approvalWorld(await fresh())
    const [{ id }, other] = [await ask(), await ask()]
    await sent()
    await db.licencePool.updateMany({ data: { ordered: false } })
    const closed = await decide(kim, id)
    expect(closed).toMatchObject({ outcome: 'closed', approval: { state: 'CLOSED', closedBecause: 'licences_not_ordered', version: 2, ended: { by: 'Kim' } } })
    expect(await decide(kim, id)).toEqual(closed)
    expect(await total()).toBe(50)
    expect(await sent()).toContain(`approval_outcome person:${omar.slack.userId}`)
    expect(await db.audit.findMany({ where: { action: 'approval.closed' } })).toMatchObject([{ subjectId: id, after: { closedBecause: 'licences_not_ordered' } }])
    await db.licencePool.deleteMany()
    expect(await decide(kim, other.id, { deliveryKey: 'again' })).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'licences_not_ordered' } })
  })

  it.each([
    ['is suspended', { status: 'SUSPENDED' as const }],
    ['administers the domain no more', { roles: { deleteMany: {} } }],
  ])('orders no licences for who %s meanwhile, and tells nobody who is gone', async (_how, data) => {
    const { db, ask, decide, kim, omar, total, sent } = await approvalWorld(await fresh())
    const { id } = await ask()
    await sent()
    await db.account.update({ where: { id: omar.accountId }, data })
    expect(await decide(kim, id)).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'requester_may_not' } })
    expect(await total()).toBe(50)
    expect((await sent()).some((row) => row.startsWith('approval_outcome'))).toBe('roles' in data)
  })

  it('is refused to who may not, and writes nothing (APPROVAL-2, SCOPE-1)', async () => {
    const { world, db, ask, askConsent, decide, aiko, dana, noor, omar, rival, kim, petra } = await approvalWorld(await fresh())
    const [{ id: forDesk }, { id: forManagers }] = [await ask(), await askConsent(dana)]
    await db.account.update({ where: { id: noor.accountId }, data: { roles: { deleteMany: {} } } })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(decide(omar, forDesk))).toEqual({ code: 'own_request', others: ['Kim', 'Lee'] })
      expect(await refusalOf(decide(dana, forDesk))).toEqual({ code: 'not_entitled', kind: 'EXTRA_LICENCES', entitled: ['Kim', 'Lee'] })
      expect(await refusalOf(decide(dana, forManagers))).toEqual({ code: 'own_request', others: [] })
      // Asked, and not entitled any more: what the actor still holds in its hands does not count.
      expect(await refusalOf(decide(noor, forManagers))).toEqual({ code: 'not_entitled', kind: 'CONSENT', entitled: [] })
      for (const stranger of [aiko, rival, petra, kim]) expect(await refusalOf(decide(stranger, forManagers))).toEqual({ code: 'approval_not_found' })
      expect(await refusalOf(decide(kim, 'no-such'))).toEqual({ code: 'approval_not_found' })
    })
    expect(world.wakes).toBe(0)
  })

  it('takes no decision that is not one, and none without a comment to decline with', async () => {
    const { world, ask, decide, kim } = await approvalWorld(await fresh())
    const { id } = await ask()
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(decide(kim, id, { decision: null }))).toEqual({ code: 'form', problems: [{ field: 'decision', problem: 'required' }] })
      expect(await refusalOf(decide(kim, id, { decision: 'DECLINE', comment: ' \n' }))).toEqual({ code: 'form', problems: [{ field: 'comment', problem: 'required' }] })
      expect(await refusalOf(decide(kim, id, { comment: 'x'.repeat(3001) }))).toEqual({ code: 'form', problems: [{ field: 'comment', problem: 'too_long', max: 3000, length: 3001 }] })
    })
    // The same delivery, put right: a refused one was not used up.
    expect(await decide(kim, id)).toMatchObject({ outcome: 'approved' })
  })

  it('lets it expire at the moment it expires, and not before (APPROVAL-3)', async () => {
    const { world, db, ask, decide, kim, lee, total } = await approvalWorld(await fresh())
    const [{ id: inTime }, { id: late }] = [await ask(), await ask()]
    const expiresAt = new Date(world.now.getTime() + 24 * 3_600_000)
    world.now = new Date(expiresAt.getTime() - 1)
    expect(await decide(kim, inTime)).toMatchObject({ outcome: 'approved' })
    world.now = expiresAt
    const refusal = { code: 'already_decided', state: 'EXPIRED', by: null, at: expiresAt }
    expect(await refusalOf(decide(kim, late))).toEqual(refusal)
    expect(await db.approval.findUniqueOrThrow({ where: { id: late } })).toMatchObject({ state: 'EXPIRED', version: 2, decidedById: null, decidedAt: expiresAt })
    expect(await refusalOf(decide(kim, late))).toEqual(refusal)
    expect(await refusalOf(decide(lee, late))).toEqual(refusal)
    expect(await db.audit.findMany({ where: { subjectId: late, action: 'approval.expired' } })).toMatchObject([{ actorId: null, actorName: 'approval-clock' }])
    expect(await total()).toBe(70)
  })
}) })
