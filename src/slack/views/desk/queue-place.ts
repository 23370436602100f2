/** Where a row of the queue stands, written into the id of its buttons' block, so that its page can be drawn anew. */

export interface QueuePlace {
  number: number
  mine: boolean
  /** Where the page begins; left out: at the beginning. */
  after?: string | undefined
}

/** At most 255 characters, as Slack takes. */
export function queueBlockId({ number, mine, after }: QueuePlace): string {
  return `queue.${mine ? 'mine' : 'all'}.${number}.${after ?? ''}`.slice(0, 255)
}

/** Null: the block is no row of the queue. */
export function readQueuePlace(blockId: string): QueuePlace | null {
  const match = /^queue\.(mine|all)\.(\d{1,10})\.([\w-]*)$/.exec(blockId)
  if (!match) return null
  return { number: Number(match[2]), mine: match[1] === 'mine', after: match[3] === '' ? undefined : match[3] }
}
