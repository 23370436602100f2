import { WebAPIPlatformError, type UsersInfoResponse } from '@slack/web-api'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import { saveSlackUser, type SlackUserRow } from '../../store/people/slack-users.js'
import type { Send, Sending } from '../sending.js'
import { waitsFor } from './approval-readers.js'

/**
 * Somebody who is asked and has never come by is looked for by the address that Slack knows, and shown the request there
 * (APPROVAL-3); tied they are at first use. Whoever could not be tied (ACCOUNT-5) is shown nothing.
 */
export const findAskedPerson: Send<'approval_find'> = async (sending, { row }, { approvalId, accountId, teamId }) => {
  const { store, now } = sending
  const approval = await findApprovalValue(store.db, approvalId)
  const [account] = await findAccountsByIds(store.db, [accountId])
  if (!approval || !account || !(await waitsFor(sending, approval, accountId))) return { how: 'dropped', why: 'it does not wait for the account any more' }
  const user = account.slack === null ? await lookUp(sending, account.personEmail) : account.slack
  if (!user) return { how: 'dropped', why: 'nobody in Slack has the address' }
  const met = 'fetchedAt' in user ? { ...user, teamId } : null
  const { kind, supportOnly } = account.organization
  if (met && (met.isBot || met.isDeleted || met.isStranger || (met.isGuest && kind !== 'CUSTOMER' && !supportOnly))) {
    return { how: 'dropped', why: 'the Slack user cannot act for the account' }
  }
  const place = { at: 'person', teamId: account.slack?.teamId ?? teamId, userId: user.userId } as const
  return {
    how: 'sent',
    save: async (tx) => {
      if (met) await saveSlackUser(tx, met)
      await enqueue(tx, { message: { kind: 'approval_message', approvalId, place }, dedupeKey: `${row.uid}:found`, uid: `${row.uid}-found`, now: now() })
    },
  }
}

type Found = Omit<SlackUserRow, 'teamId' | 'signedInAccountId'>

/** Null: Slack knows nobody with the address. */
async function lookUp({ slack: { client, call }, now }: Sending, email: string): Promise<Found | null> {
  try {
    const { user } = await call('users.lookupByEmail', () => client.users.lookupByEmail({ email }))
    if (!user?.id) return null
    const userId = user.id
    // Only here the language is told.
    const told = await call('users.info', () => client.users.info({ user: userId, include_locale: true }))
    return told.user ? foundUser(userId, told.user, now()) : null
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'users_not_found') return null
    throw error
  }
}

function foundUser(userId: string, user: NonNullable<UsersInfoResponse['user']>, fetchedAt: Date): Found {
  return {
    userId,
    email: user.profile?.email?.trim().toLowerCase() || null,
    name: user.profile?.real_name ?? user.real_name ?? user.name ?? userId,
    locale: user.locale ?? 'en-US',
    timeZone: user.tz ?? 'UTC',
    isBot: user.is_bot ?? false,
    isDeleted: user.deleted ?? false,
    isGuest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
    isStranger: user.is_stranger ?? false,
    fetchedAt,
  }
}
