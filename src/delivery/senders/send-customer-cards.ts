import { cardsOfCustomer } from '../../store/cases/posted-cards.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { OutboxMessage } from '../../store/outbox/outbox-payloads.js'
import type { Tx } from '../../store/open-store.js'
import type { Send } from '../sending.js'

/** Cases whose cards are asked for at once. */
const page = 50

/**
 * Asks for every posted card of a customer to be drawn anew, a page of cases at a time, in the channels' own order: what
 * may be shown of them has changed (ACCESS-1). The cards' sender decides what they show.
 */
export const sendCustomerCards: Send<'customer_cards'> = async ({ store, now }, { row }, { customerId, after }) => {
  const { cards, last } = await cardsOfCustomer(store.db, customerId, after ? { ...after, updatedAt: new Date(after.updatedAt) } : null, page)
  const put = (tx: Tx, message: OutboxMessage, key: string): Promise<void> =>
    enqueue(tx, { message, dedupeKey: `cards:${uidOfFirst(row.uid)}:${key}`, uid: `${uidOfFirst(row.uid)}#${key}`, now: now() })
  return {
    how: 'sent',
    save: async (tx) => {
      for (const { caseNumber, channel } of cards) await put(tx, { kind: 'case_card', caseNumber, channel }, `${caseNumber}:${channel}`)
      if (last === null) return
      const updatedAt = last.updatedAt.toISOString()
      await put(tx, { kind: 'customer_cards', customerId, after: { ...last, updatedAt } }, `after:${updatedAt}:${last.number}`)
    },
  }
}

/** Pages are named after the row that began them, so that no name grows with their number. */
const uidOfFirst = (uid: string): string => uid.split('#')[0]!
