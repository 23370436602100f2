import type { DraftOrigin, DraftValues } from '../../domain/cases/draft.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { OutboxMessage, Recipient } from '../../store/outbox/outbox-payloads.js'
import { findUpdatesChannel } from '../../store/people/organizations.js'
import type { Deps } from '../deps.js'

export interface Announced {
  number: number
  /** Whose channel gets the card: the filing organization's own, a partner's too; of a direct case the managing reseller's, null without one. */
  organizationId: string | null
  attachmentIds: readonly string[]
  shares: readonly string[]
  draft: { values: DraftValues; origin: DraftOrigin }
  /** Who is told the number; null: told otherwise. */
  filer: Recipient | null
}

/** Enqueues everything that is told and fetched once a case is filed, in the transaction that files it. */
export async function announceFiling(tx: Tx, deps: Deps, { number, organizationId, attachmentIds, shares, draft, filer }: Announced, now: Date): Promise<void> {
  const put = (dedupeKey: string, message: OutboxMessage): Promise<void> => enqueue(tx, { message, dedupeKey, now, uid: deps.newId() })
  // A domain without a channel gets no card (SCOPE-1).
  const channel = organizationId === null ? null : await findUpdatesChannel(tx, organizationId)
  if (channel !== null) await put(`card:${number}:${channel}:v1`, { kind: 'case_card', caseNumber: number, channel })
  if (filer) await put(`filed:${number}`, { kind: 'case_filed', caseNumber: number, to: filer })
  for (const id of attachmentIds) await put(`fetch:${id}`, { kind: 'fetch_attachment', attachmentId: id })
  if (deps.settings.email) for (const email of shares) await put(`share:${number}:${email}`, { kind: 'share_email', caseNumber: number, email })
  const { message } = draft.origin
  if (message?.mayTellAuthor && draft.values.tellAuthor) {
    await put(`tell-author:${number}`, { kind: 'tell_author', caseNumber: number, channelId: message.channelId, threadTs: message.ts })
  }
}
