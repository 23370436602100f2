import type { WebClient } from '@slack/web-api'
import type { Reader } from '../locales/words.js'
import type { Deps } from '../usecases/deps.js'
import type { InOrder } from './in-order.js'
import type { Log } from './log.js'
import type { Running } from './running.js'

/** What every listener is handed. */
export interface Edge {
  deps: Deps
  /** For calls that somebody waits for within three seconds: gives up soon and never waits out a rate limit. */
  quick: WebClient
  /** Like `quick`, and tries once: whoever calls it can tell a lost answer from a second delivery. */
  once: WebClient
  /** For calls that may take their time. */
  steady: WebClient
  log: Log
  running: Running
  /** Changes of one form happen one after the other. */
  inOrder: InOrder
  /** Whose language is known from before, so that the first view is in it. */
  readers: Map<string, Reader>
  /** How long a submission may be decided inside its ack, in milliseconds. */
  ackBudget: number
}
