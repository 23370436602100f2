import { describe, expect, it } from 'vitest'
import { setAlertAddress } from '../../../src/usecases/administration/set-alert-address.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

describe('setAlertAddress (ACCOUNT-4)', () => { eachStore((_name, fresh) => {
  it('sets where the own alerts go, for anybody, once, and takes it back', async () => {
    const { world, deps, nova, audits } = await office(await fresh())
    const input = { alertEmail: ' Nova@Phone.example ', deliveryKey: 'a1' }
    const set = { alertEmail: 'nova@phone.example', email: 'nova@hikari.example' }
    expect(await setAlertAddress(deps, nova, input)).toEqual(set)
    expect(await expectNoRowsWritten(world.store, () => setAlertAddress(deps, nova, input))).toEqual(set)
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: nova.accountId } })).toMatchObject({ alertEmail: 'nova@phone.example', version: 2 })
    expect(await setAlertAddress(deps, nova, { alertEmail: '', deliveryKey: 'a2' })).toEqual({ ...set, alertEmail: null })
    expect(await expectNoRowsWritten(world.store, () => setAlertAddress(deps, nova, { alertEmail: null, deliveryKey: 'a3' }))).toEqual({ ...set, alertEmail: null })
    expect(await audits('account.alert_address_set')).toMatchObject([{ subjectId: nova.accountId, after: { alertEmail: 'nova@phone.example' } }, { before: { alertEmail: 'nova@phone.example' } }])
  })

  it('refuses what is no address', async () => {
    const { world, deps, nova } = await office(await fresh())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(setAlertAddress(deps, nova, { alertEmail: 'at home', deliveryKey: 'a1' }))))
      .toEqual({ code: 'form', problems: [{ field: 'alertEmail', problem: 'not_an_address' }] })
  })

  it('refuses who was suspended meanwhile', async () => {
    const { world, deps, nova } = await office(await fresh())
    await world.store.db.account.update({ where: { id: nova.accountId }, data: { status: 'SUSPENDED' } })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(setAlertAddress(deps, nova, { alertEmail: 'nova@phone.example', deliveryKey: 'a1' }))))
      .toEqual({ code: 'account_suspended', domain: 'hikari.example' })
  })
}) })
