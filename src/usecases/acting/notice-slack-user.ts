import type { Deps } from '../deps.js'
import type { SlackProfile } from './slack-profile.js'

export interface NoticedUser {
  teamId: string
  userId: string
  profile: SlackProfile
}

/** Keeps what Slack tells of a user somebody knows; a deactivated one's accounts are suspended (ACCOUNT-1). */
export async function noticeSlackUser(_deps: Deps, _user: NoticedUser): Promise<void> {
  throw new Error('not built yet')
}
