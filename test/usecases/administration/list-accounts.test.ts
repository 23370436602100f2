import { describe, expect, it } from 'vitest'
import { listAccounts } from '../../../src/usecases/administration/list-accounts.js'
import { openAddAccount } from '../../../src/usecases/administration/open-add-account.js'
import { showManagedAccount } from '../../../src/usecases/administration/show-managed-account.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

describe('listAccounts', () => { eachStore((_name, fresh) => {
  it('ACCOUNT-1: lists the own accounts by name, and those without portal access with the reason', async () => {
    const { world, deps, hikari, omar } = await office(await fresh())
    await world.account('gus@hikari.example', hikari, { name: 'Gus', slackUserId: null })
    await world.account('sus@hikari.example', hikari, { name: 'Sus', status: 'SUSPENDED' })
    await world.account('half@hikari.example', hikari, { name: 'Half', privileges: ['VIEW_CUSTOMERS'] })
    const all = await listAccounts(deps, omar, {})
    expect(all).toMatchObject({ domain: 'hikari.example', domains: ['hikari.example'], total: 7, lacking: 5, next: null, first: true })
    expect(all.rows.map(({ name, lacks, isSelf }) => [name, lacks, isSelf])).toEqual([
      ['Aiko', [], false],
      // Tied at first use: nothing is lacking (ACCOUNT-5).
      ['Gus', [], false],
      ['Half', ['ACCESS_SUPPORT_CASES'], false],
      ['Nova', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], false],
      ['Omar', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], true],
      ['Petra', ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], false],
      ['Sus', ['suspended'], false],
    ])
    const lacking = await listAccounts(deps, omar, { lacking: true })
    expect(lacking.rows).toEqual(all.rows.filter(({ lacks }) => lacks.length > 0))
    expect(lacking).toMatchObject({ total: 7, lacking: 5 })
  })

  it('says it for each kind of organization by its own privileges', async () => {
    const { world, deps, dana, acme } = await office(await fresh())
    await world.account('carl@acme.example', acme.organizationId, { name: 'Carl', privileges: ['ADMINISTER'] })
    expect((await listAccounts(deps, dana, { lacking: true })).rows).toMatchObject([{ name: 'Carl', lacks: ['SUPPORT'] }])
  })

  it('turns pages of ten, over people of one name, without losing or repeating any', async () => {
    const { world, deps, hikari, omar, zoe } = await office(await fresh())
    for (let i = 0; i < 21; i += 1) await world.account(`k${i}@hikari.example`, hikari, { name: 'Kim', privileges: [] })
    const first = await listAccounts(deps, omar, {})
    const second = await listAccounts(deps, omar, { after: first.next! })
    const third = await listAccounts(deps, omar, { after: second.next! })
    expect([first, second, third].map(({ rows, first: isFirst }) => [rows.length, isFirst])).toEqual([[10, true], [10, false], [5, false]])
    expect(third.next).toBeNull()
    expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(25)
    // Another domain's account is no place to go on from.
    expect((await listAccounts(deps, omar, { after: zoe.accountId })).rows).toEqual(first.rows)
  })

  it('offers the domains, roles, units and licences of the own organization', async () => {
    const { world, deps, hikari, omar, dana, aiko, grant, unit, pool } = await office(await fresh())
    await world.store.db.organizationDomain.create({ data: { domain: 'a.hikari.example', organizationId: hikari, isPrimary: false } })
    const unitId = await unit('/Support', true)
    await pool(3)
    await world.store.db.accountRole.deleteMany({ where: { accountId: aiko.accountId } })
    await grant(aiko.accountId, 'legacy-enterprise-support')
    const form = await openAddAccount(deps, omar)
    expect(form).toMatchObject({
      domains: ['hikari.example', 'a.hikari.example'], units: [{ id: unitId, path: '/Support', automaticLicensing: true }],
      licences: { ordered: true, total: 3, assigned: 0, left: 3, automaticUnits: ['/Support'], requested: null },
    })
    expect(form.roles.filter(({ kind }) => kind !== 'CUSTOM').map(({ id }) => id)).toEqual(['reseller-admin', 'super-admin'])
    expect((await showManagedAccount(deps, omar, aiko)).form.roles.map(({ id }) => id)).toContain('legacy-enterprise-support')
    expect(await openAddAccount(deps, dana)).toMatchObject({ domains: ['acme.example'], units: [], licences: null })
  })
}) })
