import { knownPrivileges, neededForCases } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import type { UnitValue } from '../../domain/accounts/managed-account.js'
import type { RoleName } from '../../domain/accounts/role.js'
import type { OrganizationKind } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'

/** An account as those who administer it need it. */
export interface ManagedAccountRow {
  id: string
  version: number
  name: string
  email: string
  personEmail: string
  status: 'ACTIVE' | 'SUSPENDED'
  alertEmail: string | null
  /** To a Slack user. */
  tied: boolean
  unit: UnitValue | null
  licence: boolean
  /** By name. */
  roles: RoleName[]
  privileges: ReadonlySet<Privilege>
}

const managedSelect = {
  id: true,
  version: true,
  name: true,
  email: true,
  personEmail: true,
  status: true,
  alertEmail: true,
  slackUserId: true,
  unit: { select: { id: true, path: true, automaticLicensing: true } },
  licence: { select: { accountId: true } },
  roles: {
    orderBy: { role: { name: 'asc' } },
    select: { role: { select: { id: true, name: true, kind: true, privileges: { select: { privilege: true } } } } },
  },
} as const satisfies Prisma.AccountSelect

function readManaged({ slackUserId, licence, roles, ...account }: Prisma.AccountGetPayload<{ select: typeof managedSelect }>): ManagedAccountRow {
  return {
    ...account,
    tied: slackUserId !== null,
    licence: licence !== null,
    roles: roles.map(({ role: { id, name, kind } }) => ({ id, name, kind })),
    privileges: new Set(knownPrivileges(roles.flatMap(({ role }) => role.privileges.map(({ privilege }) => privilege)))),
  }
}

/** Null: there is none in this organization. */
export async function findManagedAccount(tx: Tx, organizationId: string, id: string): Promise<ManagedAccountRow | null> {
  const account = await tx.account.findFirst({ where: { id, organizationId }, select: managedSelect })
  return account && readManaged(account)
}

export interface AccountList {
  organizationId: string
  kind: OrganizationKind
  /** Only those without portal access. */
  lacking: boolean
}

/** The accounts by name, those after `after` (an account's id); `next` is null on the last page. */
export async function listManagedAccounts(tx: Tx, list: AccountList, page: { after: string | null; take: number }): Promise<{ rows: ManagedAccountRow[]; next: string | null }> {
  const { organizationId } = list
  const last = page.after === null ? null : await tx.account.findFirst({ where: { id: page.after, organizationId }, select: { id: true, name: true } })
  const accounts = await tx.account.findMany({
    where: {
      ...accountsOf(list),
      ...(last && { AND: [{ OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: page.take + 1,
    select: managedSelect,
  })
  const rows = accounts.slice(0, page.take).map(readManaged)
  return { rows, next: accounts.length > page.take ? rows.at(-1)!.id : null }
}

export function countManagedAccounts(tx: Tx, list: AccountList): Promise<number> {
  return tx.account.count({ where: accountsOf(list) })
}

/** The rows that `accessLacks` finds something about, when only those are wanted. */
function accountsOf({ organizationId, kind, lacking }: AccountList): Prisma.AccountWhereInput {
  if (!lacking) return { organizationId }
  const without = neededForCases[kind].map((privilege) => ({ roles: { none: { role: { privileges: { some: { privilege } } } } } }))
  return { organizationId, OR: [{ status: 'SUSPENDED' }, ...without] }
}

/** Changes the account as it was read; false when somebody else was quicker. */
export async function changeManagedAccount(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: { status?: 'ACTIVE' | 'SUSPENDED'; unitId?: string | null; alertEmail?: string | null },
): Promise<boolean> {
  const { count } = await tx.account.updateMany({ where: { id, version }, data: { ...changes, version: { increment: 1 } } })
  return count === 1
}
