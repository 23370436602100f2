import { listQueue } from '../usecases/desk/list-queue.js'
import { acting } from './handle.js'
import type { Call } from './handle.js'
import type { Message } from './views/blocks.js'
import { queuePageMessage } from './views/desk/queue-message.js'

export interface QueueToShow {
  after?: string | undefined
  mine?: boolean | undefined
  /** What was done, or why not, in plain text; above the page. */
  said?: string | undefined
}

/** A page of the desk's queue, for `/case queue` and its buttons. */
export async function queueMessage(call: Call, { after, mine, said }: QueueToShow): Promise<Message> {
  const { actor, reader } = await acting(call)
  return queuePageMessage(await listQueue(call.edge.deps, actor, { after, mine }), { reader, after, said })
}
