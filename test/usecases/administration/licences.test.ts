import { describe, expect, it } from 'vitest'
import { orderLicences } from '../../../src/usecases/administration/order-licences.js'
import { requestLicences } from '../../../src/usecases/administration/request-licences.js'
import { showLicences } from '../../../src/usecases/administration/show-licences.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

const request = { count: 20, reason: ' New hires ', deliveryKey: 'l1' }

describe('free licences (ACCOUNT-2)', () => { eachStore((_name, fresh) => {
  it('are none until the free subscription was ordered, and 50 then; recorded once', async () => {
    const { world, deps, hikari, omar, nova, unit, audits } = await office(await fresh())
    await unit('/Support', true)
    const none = { domain: 'hikari.example', ordered: false, total: 0, assigned: 0, left: 0, automaticUnits: ['/Support'], requested: null }
    expect(await showLicences(deps, omar)).toEqual(none)
    const ordered = { ...none, ordered: true, total: 50, left: 50 }
    expect(await orderLicences(deps, omar, { deliveryKey: 'o1' })).toEqual(ordered)
    expect(await expectNoRowsWritten(world.store, () => orderLicences(deps, omar, { deliveryKey: 'o1' }))).toEqual(ordered)
    await world.store.db.licencePool.update({ where: { organizationId: hikari }, data: { total: 70 } })
    await world.store.db.licenceAssignment.create({ data: { accountId: nova.accountId, organizationId: hikari, assignedAt: world.now } })
    // Somebody orders again, who did not know.
    expect(await expectNoRowsWritten(world.store, () => orderLicences(deps, omar, { deliveryKey: 'o2' }))).toEqual({ ...ordered, total: 70, assigned: 1, left: 69 })
    expect(await audits('licences.ordered')).toMatchObject([{ subjectId: hikari, before: { ordered: false, total: 0 }, after: { ordered: true, total: 50 } }])
  })

  it('are never fewer than none, whatever an import assigned', async () => {
    const { world, deps, hikari, omar, nova, pool } = await office(await fresh())
    await pool(0)
    await world.store.db.licenceAssignment.create({ data: { accountId: nova.accountId, organizationId: hikari, assignedAt: world.now } })
    expect(await showLicences(deps, omar)).toMatchObject({ total: 0, assigned: 1, left: 0 })
  })

  it('are asked for at the desk, once; what waits is shown, and not asked twice', async () => {
    const { world, deps, hikari, omar, petra, ines, pool } = await office(await fresh())
    await pool(50)
    expect(await requestLicences(deps, omar, request)).toEqual({ asked: ['Ines'] })
    expect(world.wakes).toBe(1)
    expect(await expectNoRowsWritten(world.store, () => requestLicences(deps, omar, request))).toEqual({ asked: ['Ines'] })
    expect(await world.store.db.approval.findMany({ include: { deciders: true } })).toMatchObject([{
      kind: 'EXTRA_LICENCES', organizationId: hikari, requesterId: omar.accountId, payload: { count: 20, reason: 'New hires' }, deciders: [{ accountId: ines.accountId }],
    }])
    expect(await showLicences(deps, petra)).toMatchObject({ requested: { count: 20, at: world.now } })
    const again = () => refusalOf(requestLicences(deps, petra, { ...request, deliveryKey: 'l2' }))
    expect(await expectNoRowsWritten(world.store, again)).toEqual({ code: 'request_waits', kind: 'EXTRA_LICENCES', at: world.now, asked: ['Ines'] })
    world.pass(72)
    expect(await showLicences(deps, petra)).toMatchObject({ requested: null })
    expect(await requestLicences(deps, petra, { ...request, deliveryKey: 'l3' })).toEqual({ asked: ['Ines'] })
  })

  it('are asked for by one of two super admins who ask at the same moment', async () => {
    const { world, deps, omar, petra, pool } = await office(await fresh())
    await pool(50)
    const outcomes = await Promise.allSettled([omar, petra].map((admin) => requestLicences(deps, admin, { ...request, deliveryKey: admin.name })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'request_waits' } } })
    expect(await world.store.db.approval.count()).toBe(1)
  })

  it.each([
    ['before any was ordered', {}, null, { code: 'licences_not_ordered', domain: 'hikari.example' }],
    ['for 501', { count: 501 }, 50, { code: 'form', problems: [{ field: 'count', problem: 'not_a_number', min: 1, max: 500 }] }],
    ['without a reason', { reason: ' ' }, 50, { code: 'form', problems: [{ field: 'reason', problem: 'required' }] }],
  ])('are not asked for %s', async (_what, more, total, refusal) => {
    const { world, deps, omar, pool } = await office(await fresh())
    if (total !== null) await pool(total)
    expect(await expectNoRowsWritten(world.store, () => refusalOf(requestLicences(deps, omar, { ...request, ...more })))).toEqual(refusal)
  })

  it('are not asked for when the desk has nobody', async () => {
    const { world, deps, omar, ines, pool } = await office(await fresh())
    await pool(50)
    await world.store.db.account.update({ where: { id: ines.accountId }, data: { status: 'SUSPENDED' } })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(requestLicences(deps, omar, request)))).toMatchObject({ code: 'nobody_to_decide', kind: 'EXTRA_LICENCES' })
  })
}) })
