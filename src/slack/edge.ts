import type { WebClient } from '@slack/web-api'
import type { ReadItem } from '../domain/import/import-problem.js'
import type { Reader } from '../locales/words.js'
import type { Deps } from '../usecases/deps.js'
import type { InOrder } from './in-order.js'
import type { Log } from './log.js'
import type { Running } from './running.js'

/** A file that somebody uploaded, as Slack tells of it. */
export interface UploadedFile {
  id: string
  name: string
  /** Where Slack keeps it; empty when only its id was told. */
  url: string
}

/** Why an uploaded file cannot be had. */
export type UploadProblem = 'too_large' | 'not_slack' | 'gone' | 'unreachable'

export interface OpenedUpload {
  /** The file's name, as problems are told with it. */
  file: string
  /** From the beginning, as often as it is called. */
  read: () => AsyncIterable<ReadItem>
  /** Removes what was fetched. */
  close: () => Promise<void>
}

/** Fetches an uploaded directory file and opens it, in any format that the command line imports. */
export type OpenUpload = (file: UploadedFile) => Promise<OpenedUpload | UploadProblem>

/** What every listener is handed. */
export interface Edge {
  deps: Deps
  /** For calls that somebody waits for within three seconds: gives up soon and never waits out a rate limit. */
  quick: WebClient
  /** Like `quick`, and tries once: whoever calls it can tell a lost answer from a second delivery. */
  once: WebClient
  /** For calls that may take their time. */
  steady: WebClient
  openUpload: OpenUpload
  log: Log
  running: Running
  /** Changes of one form happen one after the other. */
  inOrder: InOrder
  /** Whose language is known from before, so that the first view is in it. */
  readers: Map<string, Reader>
  /** How long a submission may be decided inside its ack, in milliseconds. */
  ackBudget: number
}
