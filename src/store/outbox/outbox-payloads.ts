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
  /** Tell a customer's admin that somebody asks for access. */
  z.object({
    kind: z.literal('access_requested'),
    customerId: z.int(),
    resellerDomain: z.string().min(1),
    requesterName: z.string().min(1),
    to: recipientSchema,
  }),
  /** Fetch a file from Slack into the data directory. */
  z.object({ kind: z.literal('fetch_attachment'), attachmentId: z.string().min(1) }),
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
      return `channel:${message.channel}`
    case 'tell_author':
      return `channel:${message.channelId}`
    case 'case_filed':
    case 'access_requested':
      return `person:${message.to.userId}`
    case 'fetch_attachment':
      return `attachment:${message.attachmentId}`
    case 'share_email':
      return `email:${message.email}`
  }
}
