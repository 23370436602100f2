import type { KnownBlock } from '@slack/types'
import type { QueuePage } from '../../../domain/desk/queue.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeCut } from '../escape.js'
import { actionIds } from '../ids.js'
import { queueBlocks, queueTitle, rowText } from './queue-blocks.js'

/** What a button of the queue brings back. */
export interface QueueTurn {
  mine: boolean
  after?: string
}

export interface QueueLook {
  reader: Reader
  /** Where the page begins; left out: at the beginning. */
  after?: string | undefined
  /** What was done, or why not, in plain text; above the page. */
  said?: string | undefined
}

/** A page of the queue with the way to its others, for the one who asked. */
export function queuePageMessage(page: QueuePage, { reader, after, said }: QueueLook): Message {
  const above: KnownBlock[] = said === undefined ? [] : [section(escapeCut(said, 2800))]
  return {
    text: [queueTitle(page, reader), ...page.rows.map((row) => rowText(row, page.at, reader).replaceAll('\n', ' · '))].join('\n'),
    blocks: [...above, ...queueBlocks(page, reader, after), ...turns(page, after, reader)],
  }
}

function turns({ next, mine }: QueuePage, after: string | undefined, reader: Reader): KnownBlock[] {
  const say = wordsFor(reader)
  const turn = (text: string, value: QueueTurn): KnownBlock =>
    // Two buttons of one block need two ids, two blocks do not.
    ({ type: 'actions', elements: [button({ text, actionId: actionIds.queuePage, value: JSON.stringify(value) })] })
  return [
    ...(next === null ? [] : [turn(say('desk.next'), { mine, after: next })]),
    ...(after === undefined ? [] : [turn(say('desk.first'), { mine })]),
    turn(say(mine ? 'desk.show_queue' : 'desk.show_taken'), { mine: !mine }),
  ]
}
