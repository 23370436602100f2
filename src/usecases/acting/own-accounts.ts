import { mayUse } from '../../domain/accounts/may-use.js'
import { createAccount, findAccountByEmail, findAccountsOfPerson, tieAccounts } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { writeAudit } from '../../store/audit/audit.js'
import type { Tx } from '../../store/open-store.js'
import { findOrganizationByDomain } from '../../store/people/organizations.js'
import { grantPrebuiltRole } from '../../store/people/roles.js'
import { saveSlackUser } from '../../store/people/slack-users.js'
import type { SlackUserRow } from '../../store/people/slack-users.js'
import type { Deps } from '../deps.js'
import { slackSignIn } from './usable.js'
import { welcomeTied } from './welcome.js'

/**
 * The accounts of a Slack user, those it is tied to now for the first time among them (ACCOUNT-5): every active account
 * with that person email that nobody is tied to, welcomed if that is due (ACCOUNT-3). Suspended ones come along, untied, so
 * that they can be told of.
 */
export async function findOwnAccounts(tx: Tx, deps: Deps, user: SlackUserRow, now: Date): Promise<AccountRow[]> {
  const email = user.isDeleted ? null : user.email
  if (email !== null && !user.isGuest) await appointSuperAdmin(tx, deps, { ...user, email }, now)
  const found = await findAccountsOfPerson(tx, user, email)
  const untied = found.filter((account) => isToBeTied(user, account))
  if (untied.length === 0) return found

  await tieAccounts(tx, untied.map((account) => account.id), user, now)
  for (const account of untied) {
    await writeAudit(tx, {
      at: now, actor: slackSignIn, action: 'account.tied', subjectType: 'account', subjectId: account.id,
      origin: { teamId: user.teamId, userId: user.userId },
    })
  }
  await welcomeTied(tx, deps, untied.map((account) => account.id), user, now)
  // Asked again, in case somebody else was tied to one of them at the same moment.
  return findAccountsOfPerson(tx, user, email)
}

/** The same accounts when nobody is to be tied or appointed, so that nothing is written; null when that may be. */
export async function findSettledAccounts(tx: Tx, deps: Deps, user: SlackUserRow): Promise<AccountRow[] | null> {
  if (user.isDeleted || (user.email !== null && isNamed(deps, user.email))) return null
  const found = await findAccountsOfPerson(tx, user, user.email)
  return found.some((account) => isToBeTied(user, account)) ? null : found
}

function isToBeTied(user: SlackUserRow, account: AccountRow): boolean {
  return account.slack === null && account.status === 'ACTIVE' && mayUse(user, account)
}

/** In `settings.superAdmins`. */
function isNamed(deps: Deps, email: string): boolean {
  return deps.settings.superAdmins.some((named) => named.trim().toLowerCase() === email)
}

/**
 * Somebody named in `settings.superAdmins` administers the organization whose domain the address is on: by an account
 * of theirs there, or by a new one. This is how the first person gets in; again changes nothing.
 */
async function appointSuperAdmin(tx: Tx, deps: Deps, user: SlackUserRow & { email: string }, now: Date): Promise<void> {
  const { email } = user
  if (!isNamed(deps, email)) return
  const organization = await findOrganizationByDomain(tx, email.slice(email.lastIndexOf('@') + 1))
  if (!organization) return
  const own = (await findAccountsOfPerson(tx, user, email)).filter((account) => account.organization.id === organization.id)
  for (const account of own) {
    if (account.status === 'ACTIVE' && !account.privileges.has('ADMINISTER')) await appoint(tx, account.id, user, now)
  }
  if (own.length > 0) return

  // Two first requests at once: the second waits here, and then finds the account.
  await saveSlackUser(tx, user)
  if (await findAccountByEmail(tx, email)) return
  const id = deps.newId()
  await createAccount(tx, { id, organizationId: organization.id, email, name: user.name, personEmail: email, createdAt: now })
  await appoint(tx, id, user, now)
}

async function appoint(tx: Tx, accountId: string, user: SlackUserRow, now: Date): Promise<void> {
  await grantPrebuiltRole(tx, accountId, 'super-admin', now)
  await writeAudit(tx, {
    at: now, actor: slackSignIn, action: 'account.appointed', subjectType: 'account', subjectId: accountId,
    after: { role: 'super-admin', because: 'ONBEHALF_SUPER_ADMINS' },
    origin: { teamId: user.teamId, userId: user.userId },
  })
}
