import { addressProblems, bareAddress, unitProblems } from '../../domain/accounts/account-problems.js'
import type { AccountForm, ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { sameJson } from '../../domain/same-json.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { grantRolesTo, takeRolesFrom } from '../../store/people/granted-roles.js'
import { assignLicence, freeLicence } from '../../store/people/licences.js'
import { changeManagedAccount } from '../../store/people/managed-accounts.js'
import type { ManagedAccountRow } from '../../store/people/managed-accounts.js'
import type { Deps } from '../deps.js'
import { beginAdministering, keepSuperAdmin } from './administering.js'
import { permitLicence, permitRoles } from './choices.js'
import { accountForm, managed, ownAccount } from './managed-account.js'

export interface ChangeAccount {
  accountId: string
  /** Of the account as it was shown. */
  version: number
  /** All it shall hold from now on. */
  roleIds: string[]
  unitId: string | null
  licence: boolean
  /** Null or empty: alerts go to the account's own address. */
  alertEmail: string | null
  /** The admin was warned that the account may get two. */
  acceptTwoLicences: boolean
  deliveryKey: string
}

/**
 * Grants and takes back roles, sets unit and alert address, and assigns or frees a licence. Throws `account_not_found`,
 * `changed_meanwhile`, `form`, `last_super_admin` and what `permitAdministration`, `permitRoles` and `permitLicence`
 * throw; nothing is written then, nor when nothing is to change.
 */
export async function changeAccount(deps: Deps, actor: AccountActor, input: ChangeAccount): Promise<ManagedAccount> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    await beginAdministering(tx, actor)
    const before = await ownAccount(tx, actor, input.accountId)
    if (!(await claimDelivery(tx, `change-account:${input.deliveryKey}`, now))) return managed(before, actor)
    if (before.version !== input.version) throw new Refused({ code: 'changed_meanwhile', what: `${before.name} (${before.email})` })
    const form = await accountForm(tx, actor, new Set(before.roles.map(({ id }) => id)), now)
    const wanted = await checked(tx, actor, form, before, input)
    if (sameJson(settled(before), wanted)) return managed(before, actor)

    await write(tx, actor, before, wanted, now)
    await keepSuperAdmin(tx, actor)
    await writeAudit(tx, {
      at: now, actor, action: 'account.changed', subjectType: 'account', subjectId: before.id,
      before: settled(before), after: wanted, origin: { how: 'modal' },
    })
    return managed(await ownAccount(tx, actor, before.id), actor)
  })
}

/** What can be changed, in the order of the audit row; role ids are sorted. */
interface Settled {
  roles: string[]
  unit: string | null
  licence: boolean
  alertEmail: string | null
}

function settled({ roles, unit, licence, alertEmail }: ManagedAccountRow): Settled {
  return { roles: roles.map(({ id }) => id).sort(), unit: unit?.id ?? null, licence, alertEmail }
}

async function checked(tx: Tx, actor: AccountActor, form: AccountForm, before: ManagedAccountRow, input: ChangeAccount): Promise<Settled> {
  const { unitId, licence } = input
  const alertEmail = input.alertEmail === null ? null : bareAddress(input.alertEmail) || null
  const problems = [...unitProblems(unitId, form.units), ...(alertEmail === null ? [] : addressProblems('alertEmail', alertEmail))]
  if (problems.length > 0) throw new Refused({ code: 'form', problems })
  const roles = [...new Set(input.roleIds)].sort()
  await permitRoles(tx, actor, form, roles)
  permitLicence(actor, form, before, { licence, unit: form.units.find(({ id }) => id === unitId) ?? null }, input.acceptTwoLicences)
  return { roles, unit: unitId, licence, alertEmail }
}

async function write(tx: Tx, actor: AccountActor, before: ManagedAccountRow, wanted: Settled, now: Date): Promise<void> {
  const changed = await changeManagedAccount(tx, before, { unitId: wanted.unit, alertEmail: wanted.alertEmail })
  if (!changed) throw new Refused({ code: 'changed_meanwhile', what: `${before.name} (${before.email})` })
  const held = before.roles.map(({ id }) => id)
  await takeRolesFrom(tx, before.id, held.filter((id) => !wanted.roles.includes(id)))
  const roleIds = wanted.roles.filter((id) => !held.includes(id))
  await grantRolesTo(tx, { accountId: before.id, roleIds, grantedBy: actor.accountId, grantedAt: now })
  if (wanted.licence && !before.licence) await assignLicence(tx, { accountId: before.id, organizationId: actor.organizationId, assignedAt: now })
  if (!wanted.licence && before.licence) await freeLicence(tx, before.id)
}
