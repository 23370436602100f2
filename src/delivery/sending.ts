import type { Store, Tx } from '../store/open-store.js'
import type { ClaimedRow } from '../store/outbox/outbox-leases.js'
import type { OutboxKind, OutboxMessageOf } from '../store/outbox/outbox-payloads.js'
import type { Log } from './log.js'
import type { Mailer } from './mailer.js'
import type { SlackCalls } from './slack-calls.js'

/** What senders work with. */
export interface Sending {
  store: Store
  slack: SlackCalls
  mail: Mailer | null
  now: () => Date
  log: Log
  files: {
    /** Where attachments are kept. */
    dataDir: string
    token: string
    /** Another API than Slack's own; its host may be asked for files too. */
    apiUrl?: string
    maxBytes: number
  }
  fetch: typeof fetch
  /** What follows once a file was fetched and searched, or could not be; in the transaction that writes that down. */
  fileSettled: (tx: Tx, attachmentId: string) => Promise<void>
}

/** A row being sent. */
export interface Attempt {
  row: ClaimedRow
  /** Whether a former attempt may have been sent. Cleared once Slack was asked. */
  unknown: boolean
}

/** How an attempt ended well. `save` is written together with the row's end. */
export type Sent = { how: 'sent'; save?: (tx: Tx) => Promise<void> } | { how: 'dropped'; why: string }

export type Send<K extends OutboxKind> = (sending: Sending, attempt: Attempt, message: OutboxMessageOf<K>) => Promise<Sent>
