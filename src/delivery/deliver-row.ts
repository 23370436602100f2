import type { Tx } from '../store/open-store.js'
import { finishRow, giveUpRow, retryRow, type ClaimedRow } from '../store/outbox/outbox-leases.js'
import { outboxMessageSchema, type OutboxMessage } from '../store/outbox/outbox-payloads.js'
import { backoffSeconds, maxAttempts, maxAttemptsForPeople, peopleSeconds } from './backoff.js'
import { classifyFailure } from './classify-failure.js'
import { SendFailure, type Failure } from './failure.js'
import { fetchAttachment, giveUpFile } from './senders/files/fetch-attachment.js'
import { findAskedPerson } from './senders/approvals/find-asked-person.js'
import { sendApprovalAlert } from './senders/approvals/send-approval-alert.js'
import { sendApprovalMessage } from './senders/approvals/send-approval-message.js'
import { sendApprovalOutcome } from './senders/approvals/send-approval-outcome.js'
import { sendApprovalReminder } from './senders/approvals/send-approval-reminder.js'
import { sendCaseCard } from './senders/send-case-card.js'
import { sendCaseFiled } from './senders/send-case-filed.js'
import { sendCustomerCards } from './senders/send-customer-cards.js'
import { sendCaseUpdate } from './senders/send-case-update.js'
import { sendCaseNews } from './senders/send-case-news.js'
import { sendPortalReminder } from './senders/send-portal-reminder.js'
import { sendFileHeld } from './senders/files/send-file-held.js'
import { sendFile } from './senders/files/send-file.js'
import { dropFile } from './senders/files/drop-file.js'
import { sendShareUpdate } from './senders/send-share-update.js'
import { sendShareEmail } from './senders/send-share-email.js'
import { sendTellAuthor } from './senders/send-tell-author.js'
import { sendWelcome } from './senders/send-welcome.js'
import type { Attempt, Sending, Sent } from './sending.js'

/** Sends one claimed row and writes down how it went. Throws only when the store does. */
export async function deliverRow(sending: Sending, row: ClaimedRow): Promise<void> {
  const attempt: Attempt = { row, unknown: row.unknown }
  const { store, now, log } = sending
  // Not the lane: it may be somebody's address.
  const about = { row: row.id, kind: row.kind, attempt: row.attempts }
  try {
    const sent = await send(sending, attempt, readMessage(row))
    await store.transaction(async (tx) => {
      if (sent.how === 'dropped') await finishRow(tx, row, now(), 'DROPPED', sent.why)
      else {
        await sent.save?.(tx)
        await finishRow(tx, row, now(), 'DONE')
      }
    })
    log.debug({ ...about, how: sent.how, ...(sent.how === 'dropped' ? { why: sent.why } : {}) }, 'delivered')
  } catch (error) {
    const failure = lastAttempt(sending, row, classifyFailure(error, now()))
    log[failure.how === 'give_up' ? 'error' : 'warn']({ ...about, how: failure.how, error: failure.words }, 'not delivered')
    await store.transaction((tx) => writeFailure(tx, attempt, failure, now()))
  }
}

function readMessage(row: ClaimedRow): OutboxMessage {
  const payload = typeof row.payload === 'object' ? row.payload : {}
  const read = outboxMessageSchema.safeParse({ ...payload, kind: row.kind })
  if (!read.success) throw new SendFailure({ how: 'give_up', words: `the payload of ${row.kind} cannot be read` })
  return read.data
}

async function send(sending: Sending, attempt: Attempt, message: OutboxMessage): Promise<Sent> {
  switch (message.kind) {
    case 'case_card':
      return sendCaseCard(sending, attempt, message)
    case 'case_filed':
      return sendCaseFiled(sending, attempt, message)
    case 'tell_author':
      return sendTellAuthor(sending, attempt, message)
    case 'approval_message':
      return sendApprovalMessage(sending, attempt, message)
    case 'approval_find':
      return findAskedPerson(sending, attempt, message)
    case 'approval_reminder':
      return sendApprovalReminder(sending, attempt, message)
    case 'approval_outcome':
      return sendApprovalOutcome(sending, attempt, message)
    case 'approval_alert':
      return sendApprovalAlert(sending, attempt, message)
    case 'welcome':
      return sendWelcome(sending, attempt, message)
    case 'customer_cards':
      return sendCustomerCards(sending, attempt, message)
    case 'fetch_attachment':
      return fetchAttachment(sending, attempt, message)
    case 'case_update':
      return sendCaseUpdate(sending, attempt, message)
    case 'case_news':
      return sendCaseNews(sending, attempt, message)
    case 'portal_reminder':
      return sendPortalReminder(sending, attempt, message)
    case 'file_held':
      return sendFileHeld(sending, attempt, message)
    case 'send_file':
      return sendFile(sending, attempt, message)
    case 'drop_file':
      return dropFile(sending, attempt, message)
    case 'share_update':
      return sendShareUpdate(sending, attempt, message)
    case 'share_email':
      return sendShareEmail(sending, attempt, message)
  }
}

/** A row that was tried often enough is given up, and a file it was to fetch has failed with it. */
function lastAttempt(sending: Sending, row: ClaimedRow, failure: Failure): Failure {
  if (failure.how === 'give_up' || failure.how === 'wait') return failure
  const most = failure.how === 'retry' && failure.people ? maxAttemptsForPeople : maxAttempts
  if (row.attempts < most) return failure
  const file = outboxMessageSchema.safeParse({ ...(row.payload as object), kind: row.kind }).data
  return {
    how: 'give_up',
    words: failure.words,
    ...(file?.kind === 'fetch_attachment' ? { save: (tx: Tx) => giveUpFile(sending, tx, file.attachmentId, 'unreachable') } : {}),
  }
}

async function writeFailure(tx: Tx, attempt: Attempt, failure: Failure, now: Date): Promise<void> {
  const { row, unknown } = attempt
  const error = failure.words
  switch (failure.how) {
    case 'give_up':
      if (await giveUpRow(tx, row, now, error)) await failure.save?.(tx)
      return
    case 'wait':
      await retryRow(tx, row, { runAt: failure.until, error, unknown, counted: false })
      return
    case 'unknown':
      await retryRow(tx, row, { runAt: after(now, backoffSeconds(row.attempts)), error, unknown: true, counted: true })
      return
    case 'retry': {
      const seconds = failure.people ? peopleSeconds(row.attempts) : backoffSeconds(row.attempts)
      await retryRow(tx, row, { runAt: after(now, seconds), error, unknown, counted: true })
    }
  }
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}
