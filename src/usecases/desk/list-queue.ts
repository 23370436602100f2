import type { AccountActor } from '../../domain/actor.js'
import type { QueuePage } from '../../domain/cases/queue.js'
import type { Deps } from '../deps.js'

export interface ListQueue {
  /** `QueuePage.next` of the page before. */
  after?: string | undefined
  /** At most 50; 10 when left out. */
  limit?: number | undefined
  /** What the actor has taken and not closed, instead of the queue. */
  mine?: boolean | undefined
}

export function listQueue(_deps: Deps, _actor: AccountActor, _input: ListQueue): Promise<QueuePage> {
  throw new Error('not built yet')
}
