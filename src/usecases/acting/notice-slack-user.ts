import { slackUserOf } from '../../domain/accounts/slack-profile.js'
import type { SlackProfile } from '../../domain/accounts/slack-profile.js'
import { findAccountsOfPerson } from '../../store/people/accounts.js'
import { findSlackUser, forgetSlackUser, saveSlackUser } from '../../store/people/slack-users.js'
import type { Deps } from '../deps.js'
import { suspendDeactivated } from './suspend-deactivated.js'

export interface NoticedUser {
  teamId: string
  userId: string
  profile: SlackProfile
}

/**
 * Keeps what Slack tells of somebody the bot has met or an account is tied to, and suspends the accounts of a deactivated
 * one (ACCOUNT-1). Nobody else is written down, and nobody is tied: that is for first use (ACCOUNT-5). Told again it
 * changes nothing more.
 */
export async function noticeSlackUser(deps: Deps, { profile, ...who }: NoticedUser): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (tx) => {
    const own = () => findAccountsOfPerson(tx, who, null)
    const known = (await findSlackUser(tx, who)) !== null || (await own()).length > 0
    if (!known && !profile.isDeleted) return
    // Before the accounts are read: those that first use ties at this very moment are suspended too.
    const user = await saveSlackUser(tx, slackUserOf(who, profile, now))
    const accounts = await own()
    if (!known && accounts.length === 0) return forgetSlackUser(tx, who)
    if (user.isDeleted) await suspendDeactivated(tx, user, accounts, now)
  })
}
