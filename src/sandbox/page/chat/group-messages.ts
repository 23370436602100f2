import type { Message } from '../../protocol.js'
import type { Notice } from '../state/page-state.js'
import { dayKey } from '../text/slack-date.js'
import { tsToMilliseconds } from '../text/times.js'

export type Row =
  | { type: 'day'; key: string; at: number }
  | { type: 'message'; key: string; message: Message; follows: boolean }
  | { type: 'notice'; key: string; notice: Notice }
  | { type: 'unread'; key: string }
  | { type: 'replies'; key: string; count: number }

/** Messages of one author this close together share one head. */
const togetherMilliseconds = 5 * 60_000

interface Grouping {
  timeZone: string
  notices?: readonly Notice[]
  /** The first message that was unread when the pane was opened. */
  unreadFrom?: string
  /** In a thread, the message that it hangs on. */
  parentTs?: string
}

/** Lays messages and notices out in time: day separators, grouping, the line above what is new. */
export function groupMessages(messages: readonly Message[], { timeZone, notices = [], unreadFrom, parentTs }: Grouping): Row[] {
  const timed = [
    ...messages.map((message) => ({ at: tsToMilliseconds(message.ts), message, notice: undefined })),
    ...notices.map((notice) => ({ at: notice.at, message: undefined, notice })),
  ].toSorted((a, b) => a.at - b.at)
  const rows: Row[] = []
  let day = ''
  let previous: { message: Message; at: number } | undefined
  for (const { at, message, notice } of timed) {
    const today = dayKey(at, timeZone)
    if (today !== day) {
      rows.push({ type: 'day', key: `day-${today}`, at })
      day = today
      previous = undefined
    }
    if (notice) {
      rows.push({ type: 'notice', key: `notice-${notice.id}`, notice })
      previous = undefined
      continue
    }
    if (message.ts === unreadFrom) {
      rows.push({ type: 'unread', key: 'unread' })
      previous = undefined
    }
    const same = previous?.message.user === message.user && previous.message.ephemeralTo === message.ephemeralTo
    const follows = same && at - (previous?.at ?? 0) < togetherMilliseconds && !message.ephemeralTo
    rows.push({ type: 'message', key: `${message.channel}-${message.ts}`, message, follows })
    previous = { message, at }
    if (message.ts === parentTs && message.replyCount > 0) {
      rows.push({ type: 'replies', key: 'replies', count: message.replyCount })
      previous = undefined
    }
  }
  return rows
}
