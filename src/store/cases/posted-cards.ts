import type { Tx } from '../open-store.js'

/** The message a channel has for a case. */
export interface PostedCard {
  caseNumber: number
  /** The channel as it was asked for, an id or a name. */
  channel: string
  channelId: string
  ts: string
  /** The case version it shows; 0 while locked, `shownAsGone` once the case is the domain's no more. */
  shownVersion: number
}

/** What a card shows that tells nothing of its case any more (SCOPE-3): it is not edited again unless the case comes back. */
export const shownAsGone = -1

/** Slack's channel ids are upper case, channel names never are. */
const channelId = /^[CGD][A-Z0-9]+$/

/** A channel's id. One that was configured by name has it once a card was posted there, the newest counts; null until then. */
export async function channelIdOf(tx: Tx, channel: string): Promise<string | null> {
  if (channelId.test(channel)) return channel
  const card = await tx.caseCard.findFirst({ where: { channel }, orderBy: { caseNumber: 'desc' }, select: { channelId: true } })
  return card?.channelId ?? null
}

/** What a channel goes by: as it was asked for, and its id where that is known. */
export async function namesOfChannel(tx: Tx, channel: string): Promise<string[]> {
  const id = await channelIdOf(tx, channel)
  return id === null || id === channel ? [channel] : [channel, id]
}

/** The case's card in the channel, whether the channel went by its name or its id when it was posted. */
export async function findPostedCard(tx: Tx, caseNumber: number, channel: string): Promise<PostedCard | null> {
  const names = await namesOfChannel(tx, channel)
  return tx.caseCard.findFirst({ where: { caseNumber, OR: [{ channel: { in: names } }, { channelId: { in: names } }] } })
}

/** Remembers where the card stands and what it shows, and the channel's id where a policy knew only its name. */
export async function savePostedCard(tx: Tx, card: PostedCard): Promise<void> {
  const { caseNumber, channel, ...shown } = card
  await tx.caseCard.upsert({ where: { caseNumber_channel: { caseNumber, channel } }, create: card, update: shown })
  if (channel !== card.channelId) {
    await tx.resellerPolicy.updateMany({ where: { updatesChannel: channel }, data: { updatesChannel: card.channelId } })
  }
}

/** The next row draws the case's cards anew, although its version is the same; what tells nothing of it any more stays so. */
export async function drawCardsAnew(tx: Tx, caseNumber: number): Promise<void> {
  await tx.caseCard.updateMany({ where: { caseNumber, shownVersion: { gt: 0 } }, data: { shownVersion: 0 } })
}

export async function forgetPostedCard(tx: Tx, card: Pick<PostedCard, 'caseNumber' | 'channel'>): Promise<void> {
  await tx.caseCard.deleteMany({ where: { caseNumber: card.caseNumber, channel: card.channel } })
}

/** The reseller domains whose updates go to the channel, with the language they are posted in. */
export async function resellersOfChannel(tx: Tx, channel: string): Promise<{ id: string; language: string }[]> {
  return tx.organization.findMany({
    where: { policy: { updatesChannel: { in: await namesOfChannel(tx, channel) } } },
    orderBy: { id: 'asc' },
    select: { id: true, language: true },
  })
}

/** Those of the customers that have a card anywhere. */
export async function customersWithCards(tx: Tx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await tx.customer.findMany({ where: { id: { in: [...ids] }, cases: { some: { cards: { some: {} } } } }, orderBy: { id: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Where a page of a customer's cases ends. */
export interface CardsEnd {
  updatedAt: Date
  number: number
}

/**
 * The cards of a customer's next `take` cases that have any, longest unchanged first: a case that changes meanwhile is
 * still to come. `last` is what the next page begins after, null on the last.
 */
export async function cardsOfCustomer(
  tx: Tx, customerId: number, after: CardsEnd | null, take: number,
): Promise<{ cards: { caseNumber: number; channel: string }[]; last: CardsEnd | null }> {
  const cases = await tx.case.findMany({
    where: {
      customerId,
      cards: { some: {} },
      // The first bound lets the index begin there, the second leaves out what the page before had of that moment.
      ...(after && { updatedAt: { gte: after.updatedAt }, OR: [{ updatedAt: { gt: after.updatedAt } }, { number: { gt: after.number } }] }),
    },
    orderBy: [{ updatedAt: 'asc' }, { number: 'asc' }],
    // One more than is wanted tells whether there is a next page.
    take: take + 1,
    select: { number: true, updatedAt: true, cards: { orderBy: { channel: 'asc' }, select: { caseNumber: true, channel: true } } },
  })
  const shown = cases.slice(0, take)
  const end = cases.length > take ? shown.at(-1)! : null
  return { cards: shown.flatMap(({ cards }) => cards), last: end && { updatedAt: end.updatedAt, number: end.number } }
}
