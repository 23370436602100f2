import type { Call } from './handle.js'
import type { Message } from './views/blocks.js'

export interface QueueToShow {
  after?: string | undefined
  mine?: boolean | undefined
}

/** A page of the desk's queue, for `/case queue` and its buttons. */
export function queueMessage(_call: Call, _page: QueueToShow): Promise<Message> {
  throw new Error('not built yet')
}
