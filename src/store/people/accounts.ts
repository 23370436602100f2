import { privileges as allPrivileges } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import type { OrganizationKind } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import type { SlackIdentity } from './slack-users.js'

/** An account with its organization and what its roles let it do. */
export interface AccountRow {
  id: string
  email: string
  name: string
  personEmail: string
  status: 'ACTIVE' | 'SUSPENDED'
  /** The Slack user it is tied to. */
  slack: SlackIdentity | null
  organization: { id: string; kind: OrganizationKind; name: string; primaryDomain: string; supportOnly: boolean; createdAt: Date }
  privileges: ReadonlySet<Privilege>
}

const accountSelect = {
  id: true,
  email: true,
  name: true,
  personEmail: true,
  status: true,
  slackTeamId: true,
  slackUserId: true,
  organization: { select: { id: true, kind: true, name: true, primaryDomain: true, supportOnly: true, createdAt: true } },
  roles: { select: { role: { select: { privileges: { select: { privilege: true } } } } } },
} as const satisfies Prisma.AccountSelect

function readAccount({ slackTeamId, slackUserId, roles, ...account }: Prisma.AccountGetPayload<{ select: typeof accountSelect }>): AccountRow {
  const held = new Set(roles.flatMap(({ role }) => role.privileges.map(({ privilege }) => privilege)))
  return {
    ...account,
    slack: slackTeamId !== null && slackUserId !== null ? { teamId: slackTeamId, userId: slackUserId } : null,
    // A privilege of another version is no privilege.
    privileges: new Set(allPrivileges.filter((privilege) => held.has(privilege))),
  }
}

/** The accounts tied to a Slack user, and those with that person email that nobody is tied to (ACCOUNT-5); any status. */
export async function findAccountsOfPerson(tx: Tx, { teamId, userId }: SlackIdentity, email: string | null): Promise<AccountRow[]> {
  const tied = { slackTeamId: teamId, slackUserId: userId }
  const accounts = await tx.account.findMany({
    where: email === null ? tied : { OR: [tied, { personEmail: email, slackUserId: null }] },
    select: accountSelect,
  })
  return accounts.map(readAccount)
}

/** Ties accounts to a Slack user; those somebody was quicker with stay as they are. */
export async function tieAccounts(tx: Tx, ids: readonly string[], { teamId, userId }: SlackIdentity, now: Date): Promise<void> {
  await tx.account.updateMany({
    where: { id: { in: [...ids] }, slackUserId: null },
    data: { slackTeamId: teamId, slackUserId: userId, tiedAt: now, version: { increment: 1 } },
  })
}

export async function suspendAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.account.updateMany({ where: { id: { in: [...ids] } }, data: { status: 'SUSPENDED', version: { increment: 1 } } })
}

/** Those of the accounts that are there, by name; any status. */
export async function findAccountsByIds(tx: Tx, ids: readonly string[]): Promise<AccountRow[]> {
  const accounts = await tx.account.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: accountSelect })
  return accounts.map(readAccount)
}

/** An account that is known to be there. */
export async function findAccount(tx: Tx, id: string): Promise<AccountRow> {
  return readAccount(await tx.account.findUniqueOrThrow({ where: { id }, select: accountSelect }))
}

export async function findAccountByEmail(tx: Tx, email: string): Promise<AccountRow | null> {
  const account = await tx.account.findUnique({ where: { email }, select: accountSelect })
  return account && readAccount(account)
}

/** The active accounts of an organization that administer it, by name. */
export function findAdministrators(tx: Tx, organizationId: string): Promise<AccountRow[]> {
  return findHolders(tx, { id: organizationId }, 'ADMINISTER')
}

/** The active accounts of an organization that decide its requests, by name. */
export function findManagers(tx: Tx, organizationId: string): Promise<AccountRow[]> {
  return findHolders(tx, { id: organizationId }, 'DECIDE_REQUESTS')
}

/** The active accounts of these organizations that hold a privilege, by name. */
export async function findHolders(tx: Tx, organization: Prisma.OrganizationWhereInput, privilege: Privilege): Promise<AccountRow[]> {
  const accounts = await tx.account.findMany({
    where: {
      organization,
      status: 'ACTIVE',
      roles: { some: { role: { privileges: { some: { privilege } } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: accountSelect,
  })
  return accounts.map(readAccount)
}

export interface NewAccount {
  id: string
  organizationId: string
  email: string
  name: string
  personEmail: string
  unitId?: string | null
  createdAt: Date
}

export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.account.create({ data: account })
}
