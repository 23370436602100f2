import type { AccountActor } from '../../domain/actor.js'
import { readListPosition, writeListPosition } from '../../domain/cases/list-position.js'
import type { QueuePage } from '../../domain/desk/queue.js'
import { Refused } from '../../domain/refused.js'
import { countQueue, findQueueNumbers, findQueueRows, findTaken } from '../../store/desk/desk-queue.js'
import type { Tx } from '../../store/open-store.js'
import { permitCases } from '../acting/permit.js'
import type { Deps } from '../deps.js'
import { readQueuePosition, writeQueuePosition } from './queue-position.js'

export interface ListQueue {
  /** `QueuePage.next` of the page before. */
  after?: string | undefined
  /** At most 50; 10 when left out. */
  limit?: number | undefined
  /** What the actor has taken and nobody closed, by last update, instead of the queue. */
  mine?: boolean | undefined
}

const usualLimit = 10
const highestLimit = 50

/**
 * A page of what waits for the built-in desk: by severity, escalated ones first, and of those alike what waits longest.
 * Throws `Refused`: `queue_for_desk`, `privileges_missing`.
 */
export function listQueue(deps: Deps, actor: AccountActor, { after, limit: wanted = usualLimit, mine = false }: ListQueue): Promise<QueuePage> {
  const limit = Math.min(Math.max(wanted, 1), highestLimit)
  return deps.store.read(async (tx) => {
    await permitCases(tx, actor)
    if (actor.organizationKind !== 'VENDOR') throw new Refused({ code: 'queue_for_desk' })
    const page = await (mine ? takenPage : waitingPage)(tx, actor, after, limit)
    return { ...page, counts: await countQueue(tx), mine, at: deps.now() }
  })
}

type Page = Pick<QueuePage, 'rows' | 'next'>

async function waitingPage(tx: Tx, actor: AccountActor, after: string | undefined, limit: number): Promise<Page> {
  // One more than is shown tells whether there is a next page.
  const numbers = await findQueueNumbers(tx, readQueuePosition(after), limit + 1)
  const rows = await findQueueRows(tx, actor, numbers.slice(0, limit))
  const last = rows.at(-1)
  return { rows, next: last && numbers.length > limit ? writeQueuePosition(last) : null }
}

async function takenPage(tx: Tx, actor: AccountActor, after: string | undefined, limit: number): Promise<Page> {
  const found = await findTaken(tx, actor, readListPosition(after), limit + 1)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(({ row }) => row), next: last && found.length > limit ? writeListPosition({ updatedAt: last.updatedAt, number: last.row.number }) : null }
}
