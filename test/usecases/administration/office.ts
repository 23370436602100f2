import type { PolicyValue } from '../../../src/domain/accounts/policy.js'
import type { Store } from '../../../src/store/open-store.js'
import type { AddAccount } from '../../../src/usecases/administration/add-account.js'
import type { ChangeAccount } from '../../../src/usecases/administration/change-account.js'
import { smallWorld } from '../../support/world.js'

/** The small world with a second super admin of hikari, one of boreal, one of acme, and the desk; roles by what they are. */
export async function office(store: Store) {
  const small = await smallWorld(store)
  const { world, hikari, boreal, acme } = small
  const petra = await world.account('petra@hikari.example', hikari, { name: 'Petra', privileges: [] })
  const zoe = await world.account('zoe@boreal.example', boreal, { name: 'Zoe', privileges: ['ADMINISTER'] })
  const dana = await world.account('dana@acme.example', acme.organizationId, { name: 'Dana', privileges: ['ADMINISTER', 'SUPPORT'] })
  const desk = await world.organization('desk.example', { kind: 'VENDOR' })
  const ines = await world.account('ines@desk.example', desk, { name: 'Ines', privileges: ['ANSWER_CASES'] })
  const grant = async (accountId: string, roleId: string) => {
    await store.db.accountRole.create({ data: { accountId, roleId, grantedAt: world.now } })
  }
  await grant(petra.accountId, 'super-admin')
  const unit = async (path: string, automaticLicensing = false) => {
    const id = world.id()
    await store.db.organizationalUnit.create({ data: { id, organizationId: hikari, path, automaticLicensing } })
    return id
  }
  const pool = (total: number) => store.db.licencePool.create({ data: { organizationId: hikari, ordered: true, total } })
  const rolesOf = async (accountId: string) => (await store.db.accountRole.findMany({ where: { accountId } })).map(({ roleId }) => roleId).sort()
  const audits = (action: string) => store.db.audit.findMany({ where: { action }, orderBy: { id: 'asc' } })
  return { ...small, petra: await world.actor(petra.accountId), zoe, dana, ines, grant, unit, pool, rolesOf, audits }
}

export const newcomer = (more: Partial<AddAccount> = {}): AddAccount => ({
  email: 'Mei@Hikari.example ', name: ' Mei Lin ', personEmail: 'Mei@Mail.example', roleIds: ['reseller-admin'], unitId: null, licence: false,
  acceptTwoLicences: false, deliveryKey: 'add-1', ...more,
})

export const change = (accountId: string, more: Partial<ChangeAccount> = {}): ChangeAccount => ({
  accountId, version: 1, roleIds: [], unitId: null, licence: false, alertEmail: null, acceptTwoLicences: false, deliveryKey: 'change-1', ...more,
})

export const policy: PolicyValue = {
  domain: 'hikari.example', desk: 'PORTAL', updatesChannel: 'C-UPDATES', approvalChannel: 'C-APPROVALS', p1NeedsApproval: true, escalationNeedsApproval: false,
  remindAfterHours: 2, expireAfterHours: 48, reopenWindowDays: 14,
}
