import { describe, expect, it } from 'vitest'
import { changeAccount } from '../../../src/usecases/administration/change-account.js'
import { showManagedAccount } from '../../../src/usecases/administration/show-managed-account.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { change, office } from './office.js'

describe('changeAccount', () => { eachStore((_name, fresh) => {
  it('grants and takes back, sets unit, licence and alert address, and tells before and after; a second delivery changes nothing', async () => {
    const { world, deps, omar, nova, grant, unit, pool, rolesOf, audits } = await office(await fresh())
    await pool(50)
    await grant(nova.accountId, 'super-admin')
    const unitId = await unit('/Support')
    const input = change(nova.accountId, { roleIds: ['reseller-admin'], unitId, licence: true, alertEmail: ' Nova@Phone.example' })
    const changed = await changeAccount(deps, omar, input)
    expect(changed).toMatchObject({
      id: nova.accountId, version: 2, roles: [{ id: 'reseller-admin', name: 'Reseller Admin', kind: 'PREBUILT' }], unit: { id: unitId, path: '/Support' },
      licence: true, alertEmail: 'nova@phone.example', lacks: [], isSelf: false,
    })
    expect(await expectNoRowsWritten(world.store, () => changeAccount(deps, omar, input))).toEqual(changed)
    expect(await rolesOf(nova.accountId)).toEqual(['reseller-admin'])
    expect(await world.store.db.accountRole.findFirstOrThrow({ where: { accountId: nova.accountId } })).toMatchObject({ grantedBy: omar.accountId })
    expect(await audits('account.changed')).toMatchObject([{
      actorId: omar.accountId, subjectId: nova.accountId,
      before: { roles: ['super-admin'], licence: false }, after: { roles: ['reseller-admin'], unit: unitId, licence: true, alertEmail: 'nova@phone.example' },
    }])
  })

  it('frees a licence, which another account takes then', async () => {
    const { world, deps, omar, nova, aiko, pool } = await office(await fresh())
    await pool(1)
    await world.store.db.licenceAssignment.create({ data: { accountId: nova.accountId, organizationId: omar.organizationId, assignedAt: world.now } })
    const [role] = (await showManagedAccount(deps, omar, aiko)).account.roles
    const taking = change(aiko.accountId, { roleIds: [role!.id], licence: true, deliveryKey: 'take' })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, omar, taking)))).toEqual({ code: 'no_licence_left', domain: 'hikari.example', total: 1 })
    await changeAccount(deps, omar, change(nova.accountId))
    expect(await changeAccount(deps, omar, taking)).toMatchObject({ licence: true })
  })

  it('ACCOUNT-2: warns before a licence meets automatic licensing, unless that is accepted', async () => {
    const { world, deps, omar, nova, unit, pool } = await office(await fresh())
    await pool(1)
    const unitId = await unit('/Support', true)
    const input = change(nova.accountId, { licence: true, unitId })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, omar, input)))).toEqual({ code: 'two_licences', unit: '/Support' })
    expect(await changeAccount(deps, omar, { ...input, acceptTwoLicences: true })).toMatchObject({ licence: true })
  })

  it('writes nothing when nothing is to change', async () => {
    const { world, deps, omar, petra } = await office(await fresh())
    const same = await expectNoRowsWritten(world.store, () => changeAccount(deps, omar, change(petra.accountId, { roleIds: ['super-admin'] })))
    expect(same).toMatchObject({ version: 1 })
  })

  it('tells that somebody else changed the account meanwhile', async () => {
    const { world, deps, omar, petra, nova } = await office(await fresh())
    await changeAccount(deps, petra, change(nova.accountId, { roleIds: ['reseller-admin'] }))
    const late = change(nova.accountId, { roleIds: ['super-admin'], deliveryKey: 'late' })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, omar, late)))).toEqual({ code: 'changed_meanwhile', what: 'Nova (nova@hikari.example)' })
  })

  it.each([
    ['an alert address that is none', { alertEmail: 'nova' }, { code: 'form', problems: [{ field: 'alertEmail', problem: 'not_an_address' }] }],
    ['a unit of nobody', { unitId: 'nowhere' }, { code: 'form', problems: [{ field: 'unit', problem: 'unknown' }] }],
    ['a role of nobody', { roleIds: ['nothing'] }, { code: 'role_not_found' }],
    ['a legacy role that it does not hold', { roleIds: ['legacy-enterprise-support'] }, { code: 'legacy_role', name: 'Legacy Enterprise Support' }],
  ])('refuses %s', async (_what, more, refusal) => {
    const { world, deps, omar, nova } = await office(await fresh())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, omar, change(nova.accountId, more))))).toEqual(refusal)
  })

  it('SCOPE-2: a legacy role stays with who holds it, and does not come back once it was taken', async () => {
    const { world, deps, omar, nova, grant, rolesOf } = await office(await fresh())
    await grant(nova.accountId, 'legacy-enterprise-support')
    expect((await showManagedAccount(deps, omar, nova)).form.roles.map(({ id }) => id)).toContain('legacy-enterprise-support')
    await changeAccount(deps, omar, change(nova.accountId, { roleIds: ['legacy-enterprise-support', 'reseller-admin'] }))
    expect(await rolesOf(nova.accountId)).toEqual(['legacy-enterprise-support', 'reseller-admin'])
    await changeAccount(deps, omar, change(nova.accountId, { version: 2, roleIds: ['reseller-admin'], deliveryKey: 'take' }))
    const again = change(nova.accountId, { version: 3, roleIds: ['legacy-enterprise-support'], deliveryKey: 'again' })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, omar, again)))).toEqual({ code: 'legacy_role', name: 'Legacy Enterprise Support' })
  })
}) })
