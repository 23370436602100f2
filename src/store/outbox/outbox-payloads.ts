import { z } from 'zod'
import { isShareAddress } from '../../domain/cases/share-addresses.js'

/** A person to be answered in Slack: by the one-time answer address while it is good, else by direct message. */
export const recipientSchema = z.object({
  teamId: z.string().min(1),
  userId: z.string().min(1),
  responseUrl: z.url().optional(),
  /** ISO time after which `responseUrl` is no good. */
  responseUrlUntil: z.iso.datetime({ offset: true }).optional(),
})
export type Recipient = z.infer<typeof recipientSchema>

/** Where an approval is shown: by direct message to somebody who is asked, in the domain's approval channel, or where somebody was reminded of it. */
export const approvalPlaceSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('person'), teamId: z.string().min(1), userId: z.string().min(1) }),
  z.object({ at: z.literal('channel'), channel: z.string().min(1) }),
  z.object({ at: z.literal('reminder'), teamId: z.string().min(1), userId: z.string().min(1) }),
])
export type ApprovalPlace = z.infer<typeof approvalPlaceSchema>

/**
 * What an outbox row asks for. No message holds what the text will say where it can be loaded when it is sent:
 * the sender shows the present state, and checks again whether it may be shown at all.
 */
export const outboxMessageSchema = z.discriminatedUnion('kind', [
  /** Post the case's card in the channel, or edit the one that is there. */
  z.object({ kind: z.literal('case_card'), caseNumber: z.int(), channel: z.string().min(1) }),
  /** Tell the filer the number. */
  z.object({ kind: z.literal('case_filed'), caseNumber: z.int(), to: recipientSchema }),
  /** Tell the thread of the message a case was made from. */
  z.object({ kind: z.literal('tell_author'), caseNumber: z.int(), channelId: z.string().min(1), threadTs: z.string().min(1) }),
  /** Post the message a person or a channel has for an approval, or edit the one that is there; a reminder is only edited. */
  z.object({ kind: z.literal('approval_message'), approvalId: z.string().min(1), place: approvalPlaceSchema }),
  /** Look for the Slack user of somebody who is asked and whom nobody has met, and show the approval there; `reminds`: remind there. */
  z.object({
    kind: z.literal('approval_find'), approvalId: z.string().min(1), accountId: z.string().min(1), teamId: z.string().min(1), reminds: z.boolean().optional(),
  }),
  /** Remind one person who is asked (APPROVAL-3). */
  z.object({ kind: z.literal('approval_reminder'), approvalId: z.string().min(1), to: recipientSchema }),
  /** Tell the requester how it ended. */
  z.object({ kind: z.literal('approval_outcome'), approvalId: z.string().min(1), to: recipientSchema }),
  /** The reminder once more, to the address an account's alerts go to (ACCOUNT-4). */
  z.object({ kind: z.literal('approval_alert'), approvalId: z.string().min(1), accountId: z.string().min(1) }),
  /** Welcome a new account in its language (ACCOUNT-3). */
  z.object({ kind: z.literal('welcome'), accountId: z.string().min(1), to: recipientSchema }),
  /** Draw a customer's cards anew, a page of them at a time: what may be shown of its cases has changed. */
  z.object({ kind: z.literal('customer_cards'), customerId: z.int(), after: z.object({ updatedAt: z.iso.datetime(), number: z.int() }).optional() }),
  /** Fetch a file from Slack into the data directory. */
  z.object({ kind: z.literal('fetch_attachment'), attachmentId: z.string().min(1) }),
  /** Post an entry of a case's history in the thread of its card: who did what, and no text of theirs (SCOPE-1). */
  z.object({ kind: z.literal('case_update'), caseNumber: z.int(), channel: z.string().min(1), entryId: z.int() }),
  /** Tell one person of an entry of a case's history: its owner, or who works on it at the desk. */
  z.object({ kind: z.literal('case_news'), caseNumber: z.int(), entryId: z.int(), accountId: z.string().min(1), to: recipientSchema }),
  /** Remind a case's owner that something waits to be carried to the web portal by hand (CASE-9). */
  z.object({ kind: z.literal('portal_reminder'), caseNumber: z.int(), accountId: z.string().min(1), to: recipientSchema }),
  /** Tell the author of a file that something was found in it (CASE-2). */
  z.object({ kind: z.literal('file_held'), attachmentId: z.string().min(1), to: recipientSchema }),
  /** Send somebody a file of a case by direct message. */
  z.object({ kind: z.literal('send_file'), attachmentId: z.string().min(1), accountId: z.string().min(1), to: recipientSchema }),
  /** Delete a file that no case keeps any more from the data directory. */
  z.object({ kind: z.literal('drop_file'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Tell an address that follows a case of an entry of its history (CASE-3). */
  z.object({ kind: z.literal('share_update'), caseNumber: z.int(), email: z.string().refine(isShareAddress), entryId: z.int() }),
  /** Tell an address that a case is shared with it. */
  z.object({ kind: z.literal('share_email'), caseNumber: z.int(), email: z.string().refine(isShareAddress) }),
])
export type OutboxMessage = z.infer<typeof outboxMessageSchema>
export type OutboxKind = OutboxMessage['kind']
export type OutboxMessageOf<K extends OutboxKind> = Extract<OutboxMessage, { kind: K }>

/** The lane of a message: rows of one lane are done one after the other, in order. */
export function laneOf(message: OutboxMessage): string {
  switch (message.kind) {
    case 'case_card':
    case 'case_update':
      return `channel:${message.channel}`
    case 'tell_author':
      return `channel:${message.channelId}`
    case 'case_filed':
    case 'approval_reminder':
    case 'approval_outcome':
    case 'welcome':
    case 'case_news':
    case 'portal_reminder':
    case 'file_held':
    case 'send_file':
      return `person:${message.to.userId}`
    case 'approval_message':
      return message.place.at === 'channel' ? `channel:${message.place.channel}` : `person:${message.place.userId}`
    case 'approval_find':
      // Not the account's: what Slack does not answer keeps no email back.
      return `find:${message.accountId}`
    case 'approval_alert':
      return `account:${message.accountId}`
    case 'customer_cards':
      return `customer:${message.customerId}`
    case 'fetch_attachment':
      return `attachment:${message.attachmentId}`
    case 'drop_file':
      return `file:${message.sha256}`
    case 'share_email':
    case 'share_update':
      return `email:${message.email}`
  }
}
