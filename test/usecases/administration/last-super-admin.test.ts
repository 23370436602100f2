import { describe, expect, it } from 'vitest'
import { noticeSlackUser } from '../../../src/usecases/acting/notice-slack-user.js'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import { changeAccount } from '../../../src/usecases/administration/change-account.js'
import { saveRole } from '../../../src/usecases/administration/save-role.js'
import { setAccountStatus } from '../../../src/usecases/administration/set-account-status.js'
import { findAdministrators } from '../../../src/store/people/accounts.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { change, office } from './office.js'

const last = { code: 'last_super_admin', domain: 'hikari.example' }

describe('a domain keeps a super admin', () => { eachStore((_name, fresh) => {
  /** Hikari with Petra alone, by the prebuilt role; Omar has none any more. */
  const alone = async () => {
    const made = await office(await fresh())
    await made.world.store.db.accountRole.deleteMany({ where: { accountId: made.omar.accountId } })
    return made
  }

  it('when the last one suspends herself', async () => {
    const { world, deps, petra } = await alone()
    const input = { accountId: petra.accountId, status: 'SUSPENDED' as const, deliveryKey: 's1' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(setAccountStatus(deps, petra, input)))).toEqual(last)
  })

  it('when the last one gives the role back', async () => {
    const { world, deps, petra } = await alone()
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, petra, change(petra.accountId, { roleIds: ['reseller-admin'] }))))).toEqual(last)
  })

  it('when a custom role loses the privilege that only its holder has', async () => {
    const { world, deps, omar, petra } = await office(await fresh())
    await changeAccount(deps, omar, change(petra.accountId))
    const { roleId, role } = await world.store.db.accountRole.findFirstOrThrow({ where: { accountId: omar.accountId }, include: { role: true } })
    const before = { name: role.name, privileges: ['ADMINISTER' as const, 'SUPPORT' as const] }
    const input = { roleId, before, name: 'Helpers', privileges: ['SUPPORT' as const], deliveryKey: 'r1' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveRole(deps, omar, input)))).toEqual(last)
  })

  it('and a suspended one does not count', async () => {
    const { world, deps, omar, petra } = await office(await fresh())
    await setAccountStatus(deps, petra, { accountId: omar.accountId, status: 'SUSPENDED', deliveryKey: 's1' })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(changeAccount(deps, petra, change(petra.accountId))))).toEqual(last)
  })

  it('when two take the role from each other at the same moment: one stays', async () => {
    const { world, deps, hikari, omar, petra } = await office(await fresh())
    const outcomes = await Promise.allSettled([
      changeAccount(deps, omar, change(petra.accountId, { deliveryKey: 'c1' })),
      changeAccount(deps, petra, change(omar.accountId, { deliveryKey: 'c2' })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'privileges_missing', missing: ['ADMINISTER'] } } })
    expect(await findAdministrators(world.store.db, hikari)).toHaveLength(1)
  })

  it('when two give it back themselves at the same moment: one stays', async () => {
    const { world, deps, hikari, omar, petra } = await office(await fresh())
    const outcomes = await Promise.allSettled([omar, petra].map((admin) =>
      setAccountStatus(deps, admin, { accountId: admin.accountId, status: 'SUSPENDED', deliveryKey: admin.name })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: last } })
    expect(await findAdministrators(world.store.db, hikari)).toHaveLength(1)
  })

  it('by ONBEHALF_SUPER_ADMINS, when Slack deactivated the only one', async () => {
    const { world, deps, hikari, petra } = await alone()
    world.settings.superAdmins = ['mei@hikari.example']
    const profile = { email: 'mei@hikari.example', name: 'Mei', locale: 'en', timeZone: 'UTC', isBot: false, isDeleted: false, isGuest: false, isStranger: false }
    await noticeSlackUser(deps, { ...petra.slack, profile: { ...profile, email: 'petra@hikari.example', isDeleted: true } })
    expect(await findAdministrators(world.store.db, hikari)).toEqual([])
    expect(await resolveActor(deps, { teamId: 'T1', userId: 'UMEI', loadProfile: async () => profile })).toMatchObject({ actor: { domain: 'hikari.example' } })
    expect(await findAdministrators(world.store.db, hikari)).toMatchObject([{ email: 'mei@hikari.example' }])
  })
}) })
