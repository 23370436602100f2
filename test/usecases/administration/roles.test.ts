import { describe, expect, it } from 'vitest'
import type { Privilege } from '../../../src/domain/privileges.js'
import { listRoles } from '../../../src/usecases/administration/list-roles.js'
import { removeRole } from '../../../src/usecases/administration/remove-role.js'
import { saveRole } from '../../../src/usecases/administration/save-role.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

const asMade = { name: 'Filers', privileges: ['SUPPORT', 'VIEW_CUSTOMERS'] as Privilege[] }

const filers = (more: Partial<Parameters<typeof saveRole>[2]> = {}) =>
  ({ roleId: null, before: null, name: ' Filers ', privileges: ['SUPPORT', 'VIEW_CUSTOMERS'] as Privilege[], deliveryKey: 'r1', ...more })

describe('roles', () => { eachStore((_name, fresh) => {
  it('lists prebuilt and own roles with who holds them here, and legacy ones only where somebody does (SCOPE-2)', async () => {
    const { world, deps, omar, zoe, nova, boreal, grant } = await office(await fresh())
    await grant(zoe.accountId, 'super-admin')
    const sheet = await listRoles(deps, omar)
    expect(sheet).toMatchObject({
      domain: 'hikari.example', organizationKind: 'RESELLER', preticked: ['SUPPORT'],
      choosable: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'SUPPORT', 'VERIFY_RELATIONS', 'ADMINISTER'],
    })
    const named = (roles: typeof sheet.roles) => roles.filter(({ kind }) => kind !== 'CUSTOM').map(({ id, holders }) => `${id} ${holders}`)
    expect(named(sheet.roles)).toEqual(['reseller-admin 0', 'super-admin 1'])
    const boreals = await world.store.db.role.findMany({ where: { organizationId: boreal } })
    expect(sheet.roles.filter(({ id }) => boreals.some((role) => role.id === id))).toEqual([])
    await grant(nova.accountId, 'legacy-enterprise-support')
    expect(named((await listRoles(deps, omar)).roles)).toEqual(['reseller-admin 0', 'super-admin 1', 'legacy-enterprise-support 1'])
  })

  it('makes a custom role once, however often it is delivered', async () => {
    const { world, deps, omar, hikari, audits } = await office(await fresh())
    const role = await saveRole(deps, omar, filers())
    expect(role).toEqual({ id: role.id, name: 'Filers', kind: 'CUSTOM', privileges: ['VIEW_CUSTOMERS', 'SUPPORT'] })
    expect(await expectNoRowsWritten(world.store, () => saveRole(deps, omar, filers()))).toEqual(role)
    expect(await world.store.db.role.findMany({ where: { name: 'Filers' } })).toMatchObject([{ organizationId: hikari, kind: 'CUSTOM' }])
    expect(await audits('role.created')).toMatchObject([{ subjectId: role.id, after: { name: 'Filers', privileges: ['VIEW_CUSTOMERS', 'SUPPORT'] } }])
  })

  it('changes a custom role for who holds it, and writes nothing when nothing is to change', async () => {
    const { world, deps, omar, nova, grant, audits } = await office(await fresh())
    const { id } = await saveRole(deps, omar, filers())
    await grant(nova.accountId, id)
    const input = filers({ roleId: id, before: asMade, name: 'Filers', privileges: ['ACCESS_SUPPORT_CASES', 'VIEW_CUSTOMERS'], deliveryKey: 'r2' })
    const changed = await saveRole(deps, omar, input)
    expect([...(await world.actor(nova.accountId)).privileges]).toEqual(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'])
    expect(await expectNoRowsWritten(world.store, () => saveRole(deps, omar, input))).toEqual(changed)
    expect(await expectNoRowsWritten(world.store, () => saveRole(deps, omar, { ...input, before: changed, deliveryKey: 'r3' }))).toEqual(changed)
    expect(await audits('role.changed')).toMatchObject([{
      before: { name: 'Filers', privileges: ['VIEW_CUSTOMERS', 'SUPPORT'] }, after: { name: 'Filers', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] },
    }])
  })

  it.each([
    ['a prebuilt name', { name: 'Reseller admin' }, [{ field: 'roleName', problem: 'taken' }]],
    ['the name of another role', { name: 'FILERS' }, [{ field: 'roleName', problem: 'taken' }]],
    ['the desk’s privilege', { name: 'Desk', privileges: ['ANSWER_CASES'] as Privilege[] }, [{ field: 'privileges', problem: 'unknown' }]],
    ['nothing', { name: ' ', privileges: [] }, [{ field: 'roleName', problem: 'required' }, { field: 'privileges', problem: 'required' }]],
  ])('refuses %s', async (_what, more, problems) => {
    const { world, deps, omar } = await office(await fresh())
    await saveRole(deps, omar, filers())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveRole(deps, omar, filers({ ...more, deliveryKey: 'r2' }))))).toEqual({ code: 'form', problems })
  })

  it.each<[string, Partial<typeof asMade>]>([
    ['its name', { name: 'Night shift' }],
    ['its privileges', { privileges: ['VIEW_CUSTOMERS'] }],
  ])('refuses the second of two super admins after the first changed %s; the first’s second delivery is not the second’s', async (_what, more) => {
    const { world, deps, omar, petra } = await office(await fresh())
    const { id } = await saveRole(deps, omar, filers())
    const first = filers({ roleId: id, before: asMade, ...asMade, ...more, deliveryKey: 'r2' })
    const changed = await saveRole(deps, omar, first)
    const second = filers({ roleId: id, before: asMade, ...asMade, name: 'Helpers', deliveryKey: 'r3' })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveRole(deps, petra, second)))).toEqual({ code: 'changed_meanwhile', what: changed.name })
    expect(await expectNoRowsWritten(world.store, () => saveRole(deps, omar, first))).toEqual(changed)
    expect(await saveRole(deps, petra, { ...second, before: changed })).toMatchObject({ id, name: 'Helpers', privileges: ['VIEW_CUSTOMERS', 'SUPPORT'] })
  })

  it('leaves prebuilt roles as they are', async () => {
    const { world, deps, omar } = await office(await fresh())
    const save = () => refusalOf(saveRole(deps, omar, filers({ roleId: 'reseller-admin' })))
    const remove = () => refusalOf(removeRole(deps, omar, { roleId: 'legacy-enterprise-support', deliveryKey: 'r2' }))
    expect(await expectNoRowsWritten(world.store, save)).toEqual({ code: 'role_not_found' })
    expect(await expectNoRowsWritten(world.store, remove)).toEqual({ code: 'role_not_found' })
  })

  it('removes a role that nobody holds, once; one that is held stays', async () => {
    const { world, deps, omar, nova, grant, audits } = await office(await fresh())
    const { id } = await saveRole(deps, omar, filers())
    await grant(nova.accountId, id)
    const input = { roleId: id, deliveryKey: 'x1' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(removeRole(deps, omar, input)))).toEqual({ code: 'role_in_use', name: 'Filers', holders: 1 })
    await world.store.db.accountRole.deleteMany({ where: { roleId: id } })
    expect(await removeRole(deps, omar, input)).toEqual({ name: 'Filers' })
    expect(await expectNoRowsWritten(world.store, () => removeRole(deps, omar, input))).toEqual({ name: 'Filers' })
    expect(await world.store.db.role.count({ where: { id } })).toBe(0)
    expect(await audits('role.removed')).toMatchObject([{ subjectId: id, before: { name: 'Filers' } }])
    expect(await refusalOf(removeRole(deps, omar, { roleId: id, deliveryKey: 'x2' }))).toEqual({ code: 'role_not_found' })
  })
}) })
