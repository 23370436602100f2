import { mayUse } from '../../domain/accounts/may-use.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccount } from '../../store/people/accounts.js'
import { findPeopleByEmail, findSlackUser } from '../../store/people/slack-users.js'
import type { SlackIdentity } from '../../store/people/slack-users.js'
import { findWelcomesDue, setWelcomeDue } from '../../store/people/welcomes.js'
import type { Deps } from '../deps.js'

/** Whether Slack has told of somebody with the address. */
export async function isMet(tx: Tx, teamId: string, email: string): Promise<boolean> {
  return (await findPeopleByEmail(tx, teamId, [email])).length > 0
}

/**
 * Welcomes a new account by direct message if its Slack user is known and may use it, else at first use (ACCOUNT-3);
 * answers which: true is now.
 */
export async function welcome(tx: Tx, deps: Deps, accountId: string, teamId: string, now: Date): Promise<boolean> {
  const account = await findAccount(tx, accountId)
  const [person] = await findPeopleByEmail(tx, teamId, [account.personEmail])
  const user = person && (await findSlackUser(tx, person))
  const known = user && mayUse(user, account) ? user : null
  if (known) await tell(tx, deps, accountId, known, now)
  else await setWelcomeDue(tx, [accountId], true)
  return known !== null
}

/** Welcomes those of the accounts that are due, now that they are tied to the Slack user; once. */
export async function welcomeTied(tx: Tx, deps: Deps, accountIds: readonly string[], user: SlackIdentity, now: Date): Promise<void> {
  const due = await findWelcomesDue(tx, accountIds, user)
  await setWelcomeDue(tx, due, false)
  for (const accountId of due) await tell(tx, deps, accountId, user, now)
}

async function tell(tx: Tx, deps: Deps, accountId: string, { teamId, userId }: SlackIdentity, now: Date): Promise<void> {
  await enqueue(tx, { message: { kind: 'welcome', accountId, to: { teamId, userId } }, dedupeKey: `welcome:${accountId}`, now, uid: deps.newId() })
}
