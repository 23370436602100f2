/** What went between bot and workspace, for the page's panel and for tests. */
import type { EventLog } from './event-log.js'
import type { Traffic } from './protocol.js'
import type { BotRequest } from './transport/link.js'

export interface TrafficLog {
  add(entry: Omit<Traffic, 'n'>, sent?: BotRequest): Traffic
  all(): Traffic[]
  /** What was sent to the bot as the n-th item, to send it again. */
  sent(n: number): BotRequest | undefined
  clear(): void
}

/** Items kept; older ones are forgotten. */
const KEPT = 2000

export function createTrafficLog(events: EventLog): TrafficLog {
  let last = 0
  let items: Traffic[] = []
  const requests = new Map<number, BotRequest>()
  return {
    add(entry, sent) {
      last += 1
      const item = { n: last, ...entry }
      items.push(item)
      if (sent) requests.set(last, sent)
      if (items.length > KEPT) requests.delete(items.shift()?.n ?? 0)
      events.emit({ type: 'traffic', traffic: item })
      return item
    },
    all: () => [...items],
    sent: (n) => requests.get(n),
    clear() {
      items = []
      requests.clear()
    },
  }
}
