import type { Tx } from '../store/open-store.js'

/** What went wrong with an attempt, as far as it decides what happens next. */
export type Failure =
  /** Put off until then; it was not sent, and the attempt does not count. */
  | { how: 'wait'; until: Date; words: string }
  /** No answer: it may have been sent. */
  | { how: 'unknown'; words: string }
  /** It was not sent. `people`: only they can help, and once they have, it should go soon. */
  | { how: 'retry'; words: string; people?: boolean }
  /** It was not sent and never will be. */
  | { how: 'give_up'; words: string; save?: (tx: Tx) => Promise<void> }

/** Thrown by senders that know what their failure means. */
export class SendFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.words)
    this.name = 'SendFailure'
    this.failure = failure
  }
}
