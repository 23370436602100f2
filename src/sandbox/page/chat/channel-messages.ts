import type { Message } from '../../protocol.js'

export function isReply(message: Message): boolean {
  return message.threadTs !== undefined && message.threadTs !== message.ts
}

/** What stands in the channel itself. */
export function channelMessages(messages: readonly Message[], channel: string, dismissed: readonly string[]): Message[] {
  return messages.filter((m) => m.channel === channel && !isReply(m) && !dismissed.includes(`${m.channel}/${m.ts}`))
}

/** A thread's parent, if it is still there, and its replies. */
export function threadMessages(messages: readonly Message[], channel: string, threadTs: string, dismissed: readonly string[]): Message[] {
  return messages.filter(
    (m) => m.channel === channel && (m.ts === threadTs || m.threadTs === threadTs) && !dismissed.includes(`${m.channel}/${m.ts}`),
  )
}

/** The messages of a channel that wait to be read; one's own never do. */
export function unreadMessages(messages: readonly Message[], channel: string, lastRead: string | undefined, me: string | undefined): Message[] {
  return messages.filter((m) => m.channel === channel && !isReply(m) && m.user !== me && Number(m.ts) > Number(lastRead ?? 0))
}
