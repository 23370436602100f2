import type { KnownBlock } from '@slack/types'
import type { QueuePage } from '../../../domain/cases/queue.js'
import type { Reader } from '../../../locales/words.js'

/** The desk's queue, for its command and its App Home alike. */
export function queueBlocks(_page: QueuePage, _reader: Reader): KnownBlock[] {
  throw new Error('not built yet')
}
