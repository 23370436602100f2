import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { handOnApproval } from '../../../src/usecases/approvals/hand-on-approval.js'
import { listApprovals } from '../../../src/usecases/approvals/list-approvals.js'
import { showApproval } from '../../../src/usecases/approvals/show-approval.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import type { Store } from '../../../src/store/open-store.js'
import { approvalWorld } from './approval-world.js'

/** A request for consent that asks Dana and Noor; Tove became a manager after that, and Aiko who asked did too. */
async function asked(store: Store) {
  const small = await approvalWorld(store)
  const { world, deps, askConsent, aiko, hikari } = small
  const { id } = await askConsent()
  const tove = await world.account('tove@hikari.example', hikari, { name: 'Tove', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UTOVE' })
  const ulf = await world.account('ulf@hikari.example', hikari, { name: 'Ulf', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UULF' })
  await world.store.db.rolePrivilege.createMany({ data: (await world.store.db.accountRole.findMany({ where: { accountId: aiko.accountId } })).map(({ roleId }) => ({ roleId, privilege: 'DECIDE_REQUESTS' })) })
  await small.sent()
  const handOn = (actor: AccountActor, to: string, deliveryKey = `${actor.name} hands on`) => handOnApproval(deps, actor, { approvalId: id, toAccountId: to, deliveryKey })
  return { ...small, id, tove, ulf, handOn }
}

describe('handOnApproval', () => { eachStore((_name, fresh) => {
  it('asks another in place of who hands it on, and has every message drawn anew (APPROVAL-3)', async () => {
    const { world, deps, db, id, handOn, dana, noor, tove, sent } = await asked(await fresh())
    expect((await showApproval(deps, dana, { approvalId: id })).handOnTo.map(({ name }) => name)).toEqual(['Tove', 'Ulf'])
    const handed = await handOn(dana, tove.accountId)
    expect(handed).toMatchObject({ state: 'PENDING', version: 2 })
    expect(handed.asked).toEqual([
      { accountId: dana.accountId, name: 'Dana', handedOnTo: 'Tove' }, { accountId: noor.accountId, name: 'Noor', handedOnTo: null }, { accountId: tove.accountId, name: 'Tove', handedOnTo: null },
    ])
    expect(await sent()).toEqual(['channel:C-APPROVALS', 'person:UDANA', 'person:UNOOR', 'person:UTOVE'].map((lane) => `approval_message ${lane}`))
    expect((await listApprovals(deps, dana, { list: 'waiting' })).rows).toEqual([])
    expect((await listApprovals(deps, tove, { list: 'waiting' })).rows).toEqual([handed])
    expect(await db.audit.findMany({ where: { action: 'approval.handed_on' } })).toMatchObject([{ actorId: dana.accountId, subjectId: id, before: { waitsFor: dana.accountId }, after: { waitsFor: tove.accountId } }])
    expect(world.wakes).toBe(1)
  })

  it('is done once of one delivery', async () => {
    const { world, handOn, dana, tove } = await asked(await fresh())
    const first = await handOn(dana, tove.accountId)
    await expectNoRowsWritten(world.store, async () => expect(await handOn(dana, tove.accountId)).toEqual(first))
  })

  it('goes to one of two people it is handed on to at the same moment', async () => {
    const { db, handOn, dana, tove, ulf, id } = await asked(await fresh())
    const outcomes = await Promise.allSettled([handOn(dana, tove.accountId, 'a'), handOn(dana, ulf.accountId, 'b')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.approvalDecider.count({ where: { approvalId: id } })).toBe(3)
  })

  it('is refused to who is not asked, and to whom it cannot go, and writes nothing', async () => {
    const { world, db, id, handOn, decide, aiko, dana, noor, tove, rival, omar } = await asked(await fresh())
    const notEntitled = { code: 'not_entitled', kind: 'CONSENT', entitled: ['Dana', 'Noor', 'Tove', 'Ulf'] }
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(handOn(rival, tove.accountId))).toEqual({ code: 'approval_not_found' })
      for (const who of [aiko, omar, tove]) expect(await refusalOf(handOn(who, tove.accountId))).toEqual(notEntitled)
      expect(await refusalOf(handOn(dana, ''))).toEqual({ code: 'form', problems: [{ field: 'handOnTo', problem: 'required' }] })
      expect(await refusalOf(handOn(dana, aiko.accountId))).toEqual({ code: 'cannot_hand_on_to', name: 'Aiko' })
      expect(await refusalOf(handOn(dana, noor.accountId))).toEqual({ code: 'cannot_hand_on_to', name: 'Noor' })
      for (const stranger of [rival.accountId, omar.accountId, 'nobody']) expect(await refusalOf(handOn(dana, stranger))).toEqual({ code: 'cannot_hand_on_to', name: null })
    })
    await handOn(dana, tove.accountId)
    expect(await refusalOf(handOn(dana, noor.accountId, 'again'))).toEqual(notEntitled)
    await decide(tove, id, { decision: 'DECLINE', comment: 'No' })
    expect(await refusalOf(handOn(noor, tove.accountId))).toMatchObject({ code: 'already_decided', by: 'Tove' })
    expect(await db.approvalDecider.count({ where: { approvalId: id } })).toBe(3)
  })
}) })
