import { WebAPIPlatformError } from '@slack/web-api'
import { mayUse } from '../../../domain/accounts/may-use.js'
import { profileOf, slackUserOf } from '../../../domain/accounts/slack-profile.js'
import type { SlackPerson } from '../../../domain/accounts/slack-profile.js'
import { findApprovalValue } from '../../../store/approvals/approval-values.js'
import type { Tx } from '../../../store/open-store.js'
import type { OutboxMessage } from '../../../store/outbox/outbox-payloads.js'
import { enqueue } from '../../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../../store/people/accounts.js'
import { reach } from '../../../store/people/reach.js'
import { saveSlackUser } from '../../../store/people/slack-users.js'
import type { SlackIdentity } from '../../../store/people/slack-users.js'
import type { Send, Sending } from '../../sending.js'
import { waitsFor } from './approval-readers.js'

/**
 * Somebody who is asked and had not come by is looked for by the address that Slack knows, and shown the request there
 * (APPROVAL-3), in the order of what else that person gets; tied they are at first use. Whoever could not be tied
 * (ACCOUNT-5) is shown nothing.
 */
export const findAskedPerson: Send<'approval_find'> = async (sending, { row }, { approvalId, accountId, teamId, reminds = false }) => {
  const { store, now } = sending
  const approval = await findApprovalValue(store.db, approvalId)
  const [account] = await findAccountsByIds(store.db, [accountId])
  if (!approval || !account) return { how: 'dropped', why: 'the request is gone' }
  const goOn = async (tx: Tx, { teamId, userId }: SlackIdentity): Promise<void> => {
    const message: OutboxMessage = reminds
      ? { kind: 'approval_reminder', approvalId, to: { teamId, userId } }
      : { kind: 'approval_message', approvalId, place: { at: 'person', teamId, userId } }
    await enqueue(tx, { message, dedupeKey: `${row.uid}:found`, uid: `${row.uid}-found`, now: now() })
  }
  // Also of what has ended: a message with buttons may have gone there since.
  const [met] = await reach(store.db, teamId, [account])
  if (met) return { how: 'sent', save: (tx) => goOn(tx, met.slack) }

  if (!(await waitsFor(sending, approval, accountId))) return { how: 'dropped', why: 'it does not wait for the account any more' }
  const person = await lookUp(sending, account.personEmail)
  if (!person) return { how: 'dropped', why: 'nobody in Slack has the address' }
  const { profile, userId } = person
  const user = slackUserOf({ teamId, userId }, profile, now())
  // By the address they will be tied, as Slack tells it.
  const isTheirs = user.email === account.personEmail && !user.isBot && !user.isDeleted && !user.isStranger && mayUse(user, account)
  if (!isTheirs) return { how: 'dropped', why: 'the Slack user cannot act for the account' }
  return {
    how: 'sent',
    save: async (tx) => {
      await saveSlackUser(tx, user)
      await goOn(tx, { teamId, userId })
    },
  }
}

/** Null: Slack knows nobody with the address. */
async function lookUp({ slack: { client, call } }: Sending, email: string): Promise<SlackPerson | null> {
  try {
    const { user } = await call('users.lookupByEmail', () => client.users.lookupByEmail({ email }))
    if (!user?.id) return null
    const userId = user.id
    // Only here the language is told.
    const told = await call('users.info', () => client.users.info({ user: userId, include_locale: true }))
    return told.user ? { userId, profile: profileOf(told.user, userId) } : null
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'users_not_found') return null
    throw error
  }
}
