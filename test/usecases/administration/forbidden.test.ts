import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { defaultSettings } from '../../../src/domain/clocks/response-settings.js'
import { addAccount } from '../../../src/usecases/administration/add-account.js'
import { changeAccount } from '../../../src/usecases/administration/change-account.js'
import { listAccounts } from '../../../src/usecases/administration/list-accounts.js'
import { listRoles } from '../../../src/usecases/administration/list-roles.js'
import { openAddAccount } from '../../../src/usecases/administration/open-add-account.js'
import { orderLicences } from '../../../src/usecases/administration/order-licences.js'
import { removeRole } from '../../../src/usecases/administration/remove-role.js'
import { requestLicences } from '../../../src/usecases/administration/request-licences.js'
import { savePolicy } from '../../../src/usecases/administration/save-policy.js'
import { saveRole } from '../../../src/usecases/administration/save-role.js'
import { saveTargets } from '../../../src/usecases/administration/save-targets.js'
import { setAccountStatus } from '../../../src/usecases/administration/set-account-status.js'
import { showLicences } from '../../../src/usecases/administration/show-licences.js'
import { showManagedAccount } from '../../../src/usecases/administration/show-managed-account.js'
import { showPolicy } from '../../../src/usecases/administration/show-policy.js'
import { showTargets } from '../../../src/usecases/administration/show-targets.js'
import type { Deps } from '../../../src/usecases/deps.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { change, newcomer, office, policy } from './office.js'

interface Target { accountId: string; roleId: string; domain: string }
type UseCase = (deps: Deps, actor: AccountActor, target: Target) => Promise<unknown>

const onPeople: Record<string, UseCase> = {
  listAccounts: (deps, actor) => listAccounts(deps, actor, {}),
  openAddAccount: (deps, actor) => openAddAccount(deps, actor),
  addAccount: (deps, actor) => addAccount(deps, actor, newcomer()),
  listRoles: (deps, actor) => listRoles(deps, actor),
  'saveRole of a new one': (deps, actor) => saveRole(deps, actor, { roleId: null, before: null, name: 'Readers', privileges: ['SUPPORT'], deliveryKey: 'r1' }),
}
const onAccounts: Record<string, UseCase> = {
  showManagedAccount: (deps, actor, { accountId }) => showManagedAccount(deps, actor, { accountId }),
  changeAccount: (deps, actor, { accountId }) => changeAccount(deps, actor, change(accountId, { roleIds: ['super-admin'] })),
  setAccountStatus: (deps, actor, { accountId }) => setAccountStatus(deps, actor, { accountId, status: 'SUSPENDED', deliveryKey: 's1' }),
}
const onRoles: Record<string, UseCase> = {
  saveRole: (deps, actor, { roleId }) => saveRole(deps, actor, { roleId, before: { name: 'Filers', privileges: [] }, name: 'Readers', privileges: ['SUPPORT'], deliveryKey: 'r1' }),
  removeRole: (deps, actor, { roleId }) => removeRole(deps, actor, { roleId, deliveryKey: 'r1' }),
}
const onDomain: Record<string, UseCase> = {
  showLicences: (deps, actor) => showLicences(deps, actor),
  orderLicences: (deps, actor) => orderLicences(deps, actor, { deliveryKey: 'l1' }),
  requestLicences: (deps, actor) => requestLicences(deps, actor, { count: 5, reason: 'New hires', deliveryKey: 'l1' }),
  showPolicy: (deps, actor) => showPolicy(deps, actor),
  showTargets: (deps, actor) => showTargets(deps, actor),
  saveTargets: (deps, actor, { domain }) => saveTargets(deps, actor, { before: { domain, ...defaultSettings }, typed: null, deliveryKey: 't1' }),
  savePolicy: (deps, actor, { domain }) => savePolicy(deps, actor, { before: { ...policy, domain }, policy: { ...policy, domain }, deliveryKey: 'p1' }),
}

describe('administration is refused without a row', () => { eachStore((_name, fresh) => {
  const target = async (made: Awaited<ReturnType<typeof office>>): Promise<Target> => {
    const role = await made.world.store.db.role.create({ data: { id: made.world.id(), organizationId: made.hikari, name: 'Filers', kind: 'CUSTOM' } })
    return { accountId: made.aiko.accountId, roleId: role.id, domain: 'hikari.example' }
  }

  it('to an account without the privilege, and to one that lost it since it was found out', async () => {
    const made = await office(await fresh())
    const { world, deps, nova, omar } = made
    const its = await target(made)
    await world.store.db.accountRole.deleteMany({ where: { accountId: omar.accountId } })
    for (const [name, run] of Object.entries({ ...onPeople, ...onAccounts, ...onRoles, ...onDomain })) {
      for (const actor of [nova, omar]) {
        expect({ name, refusal: await expectNoRowsWritten(world.store, () => refusalOf(run(deps, actor, its))) })
          .toEqual({ name, refusal: { code: 'privileges_missing', missing: ['ADMINISTER'], domain: 'hikari.example', admins: ['Petra'] } })
      }
    }
  })

  it('to a super admin who was suspended meanwhile', async () => {
    const made = await office(await fresh())
    const { world, deps, omar } = made
    const its = await target(made)
    await world.store.db.account.update({ where: { id: omar.accountId }, data: { status: 'SUSPENDED' } })
    for (const [name, run] of Object.entries({ ...onPeople, ...onAccounts, ...onRoles, ...onDomain })) {
      expect({ name, refusal: await expectNoRowsWritten(world.store, () => refusalOf(run(deps, omar, its))) })
        .toEqual({ name, refusal: { code: 'account_suspended', domain: 'hikari.example' } })
    }
  })

  it('SCOPE-1: to the super admin of another domain, in the words for what does not exist', async () => {
    const made = await office(await fresh())
    const { world, deps, zoe } = made
    const its = await target(made)
    const nothing: Target = { accountId: 'nobody', roleId: 'nothing', domain: 'hikari.example' }
    for (const [uses, code] of [[onAccounts, 'account_not_found'], [onRoles, 'role_not_found']] as const) {
      for (const [name, run] of Object.entries(uses)) {
        for (const which of [its, nothing]) {
            expect({ name, refusal: await expectNoRowsWritten(world.store, () => refusalOf(run(deps, zoe, which))) }).toEqual({ name, refusal: { code } })
          }
      }
    }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(onDomain['savePolicy']!(deps, zoe, its)))).toMatchObject({ code: 'other_account', signedIn: 'boreal.example' })
  })

  it('to a customer’s super admin, of what only resellers have', async () => {
    const made = await office(await fresh())
    const { world, deps, dana } = made
    for (const [name, run] of Object.entries(onDomain)) {
      const its = { ...(await target({ ...made, hikari: dana.organizationId })), domain: 'acme.example' }
      expect({ name, refusal: await expectNoRowsWritten(world.store, () => refusalOf(run(deps, dana, its))) })
        .toEqual({ name, refusal: { code: 'for_resellers_only', organizationKind: 'CUSTOMER' } })
      await world.store.db.role.deleteMany({ where: { name: 'Filers' } })
    }
  })
}) })
