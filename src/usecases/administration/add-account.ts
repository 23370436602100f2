import { bareAddress, newAccountProblems, unitProblems } from '../../domain/accounts/account-problems.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { writeAudit } from '../../store/audit/audit.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { createAccount, findAccountByEmail } from '../../store/people/accounts.js'
import { grantRolesTo } from '../../store/people/granted-roles.js'
import { assignLicence } from '../../store/people/licences.js'
import { saveSlackUser } from '../../store/people/slack-users.js'
import { isWelcomeDue } from '../../store/people/welcomes.js'
import type { SlackPerson } from '../../domain/accounts/slack-profile.js'
import { slackUserOf } from '../../domain/accounts/slack-profile.js'
import { isMet, welcome } from '../acting/welcome.js'
import type { Deps } from '../deps.js'
import { beginAdministering, permitAdministration } from './administering.js'
import { permitLicence, permitRoles } from './choices.js'
import { accountForm } from './managed-account.js'

export interface AddAccount {
  email: string
  name: string
  /** Empty: the same as `email`. */
  personEmail: string
  roleIds: string[]
  unitId: string | null
  licence: boolean
  /** The admin was warned that the account may get two. */
  acceptTwoLicences: boolean
  deliveryKey: string
  /** Asks Slack who has an address; called between transactions. Null: nobody. */
  lookUp?: (email: string) => Promise<SlackPerson | null>
}

export interface AddedAccount {
  accountId: string
  name: string
  email: string
  /** By direct message, now; else at first use. */
  welcomed: boolean
}

/**
 * Adds an account on one of the organization's own domains (ACCOUNT-1), with a free licence if one is asked for
 * (ACCOUNT-2), and welcomes its person (ACCOUNT-3). Throws `form` and what `permitAdministration`, `permitRoles` and
 * `permitLicence` throw; nothing is written then.
 */
export async function addAccount(deps: Deps, actor: AccountActor, { lookUp, ...input }: AddAccount): Promise<AddedAccount> {
  const email = bareAddress(input.email)
  const typed: Typed = { ...input, email, name: input.name.trim(), personEmail: bareAddress(input.personEmail) || email }
  const now = deps.now()
  const unmet = lookUp && (await deps.store.read(async (tx) => {
    await permitAdministration(tx, actor)
    await checkNew(tx, actor, typed, now)
    return !(await isMet(tx, actor.slack.teamId, typed.personEmail))
  }).catch(refusedLater))
  const person = lookUp && unmet ? await lookUp(typed.personEmail) : null
  const added = await deps.store.transaction(async (tx) => {
    await beginAdministering(tx, actor)
    if (!(await claimDelivery(tx, `add-account:${input.deliveryKey}`, now))) return addedBefore(tx, email)
    await checkNew(tx, actor, typed, now)
    if (person) await saveSlackUser(tx, slackUserOf({ teamId: actor.slack.teamId, userId: person.userId }, person.profile, now))
    return add(tx, deps, actor, typed, now)
  })
  deps.wakeDelivery()
  return added
}

type Typed = Omit<AddAccount, 'lookUp'>

/** Nobody is looked up for an account that is not added; the transaction says why it is not, or that it was already. */
function refusedLater(error: unknown): false {
  if (error instanceof Refused) return false
  throw error
}

async function checkNew(tx: Tx, actor: AccountActor, typed: Typed, now: Date): Promise<void> {
  const form = await accountForm(tx, actor, new Set(), now)
  const taken = (await findAccountByEmail(tx, typed.email)) !== null
  const problems = [...newAccountProblems(typed, form.domains, taken), ...unitProblems(typed.unitId, form.units)]
  if (problems.length > 0) throw new Refused({ code: 'form', problems })
  await permitRoles(tx, actor, form, typed.roleIds)
  const unit = form.units.find(({ id }) => id === typed.unitId) ?? null
  permitLicence(actor, form, { licence: false, unit: null }, { licence: typed.licence, unit }, typed.acceptTwoLicences)
}

async function add(tx: Tx, deps: Deps, actor: AccountActor, typed: Typed, now: Date): Promise<AddedAccount> {
  const { email, name, personEmail, unitId, licence } = typed
  const { organizationId } = actor
  const roleIds = [...new Set(typed.roleIds)]
  const id = deps.newId()
  await createAccount(tx, { id, organizationId, email, name, personEmail, unitId, createdAt: now })
  await grantRolesTo(tx, { accountId: id, roleIds, grantedBy: actor.accountId, grantedAt: now })
  if (licence) await assignLicence(tx, { accountId: id, organizationId, assignedAt: now })
  await writeAudit(tx, {
    at: now, actor, action: 'account.added', subjectType: 'account', subjectId: id,
    before: {}, after: { email, name, personEmail, roles: roleIds, unit: unitId, licence, status: 'ACTIVE' }, origin: { how: 'modal' },
  })
  return { accountId: id, name, email, welcomed: await welcome(tx, deps, id, actor.slack.teamId, now) }
}

async function addedBefore(tx: Tx, email: string): Promise<AddedAccount> {
  const account = await findAccountByEmail(tx, email)
  if (!account) throw new Refused({ code: 'account_not_found' })
  return { accountId: account.id, name: account.name, email, welcomed: !(await isWelcomeDue(tx, account.id)) }
}
