import { describe, expect, it } from 'vitest'
import { showAccount } from '../../../src/usecases/acting/show-account.js'
import { listApprovals } from '../../../src/usecases/approvals/list-approvals.js'
import { showApproval } from '../../../src/usecases/approvals/show-approval.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

describe('listApprovals', () => { eachStore((_name, fresh) => {
  it('lists what waits, oldest first, five at a time, and counts it', async () => {
    const { deps, ask, decide, kim, lee } = await approvalWorld(await fresh())
    const ids: string[] = []
    for (let at = 0; at < 8; at += 1) ids.push((await ask()).id)
    await decide(lee, ids[0]!)
    const first = await listApprovals(deps, kim, { list: 'waiting' })
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(1, 6))
    expect(first.next).toBe(ids[5])
    const second = await listApprovals(deps, kim, { list: 'waiting', after: first.next! })
    expect(second).toMatchObject({ rows: [{ id: ids[6] }, { id: ids[7] }], next: null })
    expect(await showAccount(deps, kim)).toMatchObject({ waiting: 7 })
  })

  it('shows nobody what waits for others, what is their own, or what they may not decide any more', async () => {
    const { world, deps, askConsent, dana, noor, kim, petra, rival, aiko } = await approvalWorld(await fresh())
    const { id } = await askConsent(dana)
    const waiting = async (actor: typeof dana) => {
      const { rows } = await listApprovals(deps, actor, { list: 'waiting' })
      expect(await showAccount(deps, actor)).toMatchObject({ waiting: rows.length })
      return rows.map((row) => row.id)
    }
    expect(await waiting(noor)).toEqual([id])
    for (const actor of [dana, kim, petra, rival, aiko]) expect(await waiting(actor)).toEqual([])
    await world.store.db.account.update({ where: { id: noor.accountId }, data: { roles: { deleteMany: {} } } })
    expect(await waiting(await world.actor(noor.accountId))).toEqual([])
  })

  it('lists what one asked for, newest first, with what ended in the last thirty days', async () => {
    const { world, deps, ask, decide, kim, omar, dana } = await approvalWorld(await fresh())
    const { id: old } = await ask()
    await decide(kim, old)
    world.pass(1)
    const { id: recent } = await ask()
    await withdrawApproval(deps, omar, { approvalId: recent, deliveryKey: 'w' })
    world.pass(30 * 24 - 0.5)
    const newer = [(await ask()).id, (await ask()).id]
    expect((await listApprovals(deps, omar, { list: 'asked' })).rows.map(({ id, state }) => [id, state])).toEqual([[newer[1], 'PENDING'], [newer[0], 'PENDING'], [recent, 'WITHDRAWN']])
    for (let at = 0; at < 3; at += 1) newer.push((await ask()).id)
    const first = await listApprovals(deps, omar, { list: 'asked' })
    expect(first.rows.map(({ id }) => id)).toEqual(newer.toReversed())
    expect((await listApprovals(deps, omar, { list: 'asked', after: first.next! })).rows.map(({ id }) => id)).toEqual([recent])
    expect((await listApprovals(deps, dana, { list: 'asked' })).rows).toEqual([])
  })
}) })

describe('showApproval', () => { eachStore((_name, fresh) => {
  it('shows what the reader may do', async () => {
    const { world, deps, askConsent, dana, noor, aiko, omar } = await approvalWorld(await fresh())
    const { id } = await askConsent()
    const show = (actor: typeof dana) => showApproval(deps, actor, { approvalId: id })
    expect(await show(dana)).toMatchObject({ approval: { id }, mayDecide: true, why: null, mayWithdraw: false, handOnTo: [] })
    expect(await show(aiko)).toMatchObject({ mayDecide: false, why: { code: 'own_request', others: ['Dana', 'Noor'] }, mayWithdraw: true, handOnTo: [] })
    expect(await show(omar)).toMatchObject({ mayDecide: false, why: { code: 'not_entitled' }, mayWithdraw: false, handOnTo: [] })
    world.pass(24)
    expect(await show(noor)).toMatchObject({ mayDecide: false, why: { code: 'already_decided', state: 'EXPIRED' } })
    expect(await show(aiko)).toMatchObject({ mayWithdraw: false })
  })

  it('SCOPE-3: shows the domain nothing any more of a customer that went to another reseller, whatever became of it', async () => {
    const { world, deps, db, askConsent, decide, dana, noor, aiko, omar, acme, boreal } = await approvalWorld(await fresh())
    const { id: ended } = await askConsent()
    await decide(dana, ended)
    world.pass(1)
    await db.accessEntry.deleteMany()
    const { id: waits } = await askConsent()
    const asked = async () => (await listApprovals(deps, aiko, { list: 'asked' })).rows.map(({ id }) => id)
    const waiting = async () => [(await listApprovals(deps, noor, { list: 'waiting' })).rows.length, (await showAccount(deps, noor)).waiting]
    expect([await asked(), await waiting()]).toEqual([[waits, ended], [1, 1]])
    await db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } })
    expect([await asked(), await waiting()]).toEqual([[], [0, 0]])
    for (const approvalId of [ended, waits]) {
      for (const actor of [aiko, dana, omar]) expect(await refusalOf(showApproval(deps, actor, { approvalId }))).toEqual({ code: 'approval_not_found' })
    }
    await world.relation(acme.id, aiko.organizationId)
    expect(await asked()).toEqual([waits, ended])
  })

  it('shows others no more than that there is none (SCOPE-1)', async () => {
    const { world, deps, askConsent, rival, petra, nova, kim, hikari } = await approvalWorld(await fresh())
    const { id } = await askConsent()
    const colleague = await world.account('kenji@hikari.example', hikari)
    for (const actor of [rival, petra, nova, kim, colleague]) expect(await refusalOf(showApproval(deps, actor, { approvalId: id }))).toEqual({ code: 'approval_not_found' })
    expect(await refusalOf(showApproval(deps, rival, { approvalId: 'none' }))).toEqual({ code: 'approval_not_found' })
  })
}) })
