import type { Tx } from '../open-store.js'

/** Whom a Slack user is: ids are unique inside a workspace. */
export interface SlackIdentity {
  teamId: string
  userId: string
}

export interface SlackUserRow extends SlackIdentity {
  /** Lower case. */
  email: string | null
  name: string
  /** BCP 47. */
  locale: string
  /** IANA. */
  timeZone: string
  isBot: boolean
  isDeleted: boolean
  isGuest: boolean
  /** Of another organization, seen through a shared channel. */
  isStranger: boolean
  /** When Slack told this. */
  fetchedAt: Date
  signedInAccountId: string | null
}

export async function findSlackUser(tx: Tx, { teamId, userId }: SlackIdentity): Promise<SlackUserRow | null> {
  return tx.slackUser.findUnique({ where: { teamId_userId: { teamId, userId } } })
}

/** Keeps what Slack told; which account is signed in stays. Two at once: the second waits, so their ties cannot collide. */
export async function saveSlackUser(tx: Tx, user: Omit<SlackUserRow, 'signedInAccountId'>): Promise<SlackUserRow> {
  const { teamId, userId, email, name, locale, timeZone, isBot, isDeleted, isGuest, isStranger, fetchedAt } = user
  const told = { teamId, userId, email, name, locale, timeZone, isBot, isDeleted, isGuest, isStranger, fetchedAt }
  return tx.slackUser.upsert({ where: { teamId_userId: { teamId, userId } }, create: told, update: told })
}

export async function forgetSlackUser(tx: Tx, { teamId, userId }: SlackIdentity): Promise<void> {
  await tx.slackUser.deleteMany({ where: { teamId, userId } })
}

/** Makes the account the one the Slack user acts as. */
export async function signIn(tx: Tx, { teamId, userId }: SlackIdentity, accountId: string): Promise<void> {
  await tx.slackUser.updateMany({ where: { teamId, userId }, data: { signedInAccountId: accountId } })
}

/** People of the workspace with one of these addresses, as far as they were met; nobody who may not act. */
export async function findPeopleByEmail(tx: Tx, teamId: string, emails: readonly string[]): Promise<(SlackIdentity & { email: string; isGuest: boolean })[]> {
  const rows = await tx.slackUser.findMany({
    where: { teamId, email: { in: [...emails] }, isBot: false, isDeleted: false, isStranger: false },
    select: { teamId: true, userId: true, email: true, isGuest: true },
  })
  return rows.flatMap(({ email, ...identity }) => (email === null ? [] : [{ ...identity, email }]))
}
