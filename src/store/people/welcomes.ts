import type { Tx } from '../open-store.js'
import type { SlackIdentity } from './slack-users.js'

/** Those of the accounts that are to be welcomed and are tied to the Slack user. */
export async function findWelcomesDue(tx: Tx, ids: readonly string[], { teamId, userId }: SlackIdentity): Promise<string[]> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] }, welcomeDue: true, slackTeamId: teamId, slackUserId: userId },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export async function setWelcomeDue(tx: Tx, ids: readonly string[], welcomeDue: boolean): Promise<void> {
  await tx.account.updateMany({ where: { id: { in: [...ids] } }, data: { welcomeDue } })
}

export async function isWelcomeDue(tx: Tx, id: string): Promise<boolean> {
  return (await tx.account.count({ where: { id, welcomeDue: true } })) > 0
}
