import { noticeSlackUser } from '../../usecases/acting/notice-slack-user.js'
import type { Edge } from '../edge.js'
import { readProfile } from '../slack-people.js'

/** Somebody's profile changed in Slack, or they are gone: then their accounts are suspended at once (ACCOUNT-1). */
export async function noticeUser(edge: Edge, { teamId, user }: { teamId: string; user: unknown }): Promise<void> {
  const read = readProfile(user)
  if (read) await noticeSlackUser(edge.deps, { teamId, ...read })
}
