import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import type { Store } from '../../../src/store/open-store.js'
import { approvalWorld } from './approval-world.js'

async function asked(store: Store) {
  const small = await approvalWorld(store)
  const { id } = await small.ask()
  await small.sent()
  const withdraw = (actor: AccountActor, deliveryKey = 'w1') => withdrawApproval(small.deps, actor, { approvalId: id, deliveryKey })
  return { ...small, id, withdraw }
}

describe('withdrawApproval', () => { eachStore((_name, fresh) => {
  it('takes it back, so that nobody decides it any more (APPROVAL-3)', async () => {
    const { world, db, id, withdraw, decide, omar, kim, sent, total } = await asked(await fresh())
    expect(await withdraw(omar)).toMatchObject({ state: 'WITHDRAWN', ended: { accountId: omar.accountId, by: 'Omar', at: world.now } })
    expect(await sent()).toEqual(['approval_message person:UKIM', 'approval_message person:ULEE'])
    expect(await refusalOf(decide(kim, id))).toEqual({ code: 'already_decided', state: 'WITHDRAWN', by: 'Omar', at: world.now })
    expect(await total()).toBe(50)
    expect(await db.audit.findMany({ where: { action: 'approval.withdrawn' } })).toMatchObject([{ actorId: omar.accountId, subjectId: id, after: { state: 'WITHDRAWN' } }])
  })

  it('is done once of one delivery, and once at all', async () => {
    const { world, withdraw, omar } = await asked(await fresh())
    const first = await withdraw(omar)
    await expectNoRowsWritten(world.store, async () => {
      expect(await withdraw(omar)).toEqual(first)
      expect(await refusalOf(withdraw(omar, 'w2'))).toMatchObject({ code: 'already_decided', state: 'WITHDRAWN' })
    })
  })

  it('is who asked\'s alone, while it waits', async () => {
    const { world, id, withdraw, decide, kim, dana, aiko, rival, omar } = await asked(await fresh())
    await expectNoRowsWritten(world.store, async () => {
      for (const who of [kim, dana]) expect(await refusalOf(withdraw(who))).toEqual({ code: 'not_your_request', requester: 'Omar' })
      for (const who of [aiko, rival]) expect(await refusalOf(withdraw(who))).toEqual({ code: 'approval_not_found' })
    })
    await decide(kim, id)
    expect(await refusalOf(withdraw(omar))).toEqual({ code: 'already_decided', state: 'APPROVED', by: 'Kim', at: world.now })
  })

  it('ends in one way when it is decided at the same moment', async () => {
    const { db, id, withdraw, decide, omar, kim, total } = await asked(await fresh())
    const outcomes = await Promise.allSettled([withdraw(omar), decide(kim, id)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { state } = await db.approval.findUniqueOrThrow({ where: { id } })
    expect(await total()).toBe(state === 'APPROVED' ? 70 : 50)
  })
}) })
