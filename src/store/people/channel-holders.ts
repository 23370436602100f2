import { channelIdOf } from '../cases/posted-cards.js'
import { kindOf } from '../open-store.js'
import type { Tx } from '../open-store.js'

/** The advisory lock of PostgreSQL for giving channels to domains; any number nobody else uses. */
const channelLock = 7_426_002

/** Of two who give channels to domains the second waits: each would otherwise find the same channel free. SQLite has one writer anyway. */
export async function lockChannels(tx: Tx): Promise<void> {
  if (kindOf(tx) === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${channelLock})`
}

/** Whether another reseller domain's updates or approvals go to the channel, by whichever of its names (SCOPE-1). */
export async function isChannelOfAnother(tx: Tx, organizationId: string, channel: string): Promise<boolean> {
  const others = await tx.resellerPolicy.findMany({
    where: { organizationId: { not: organizationId }, OR: [{ updatesChannel: { not: null } }, { approvalChannel: { not: null } }] },
    select: { updatesChannel: true, approvalChannel: true },
  })
  const wanted = await idOrName(tx, channel)
  for (const theirs of new Set(others.flatMap(({ updatesChannel, approvalChannel }) => [updatesChannel, approvalChannel]))) {
    if (theirs !== null && (theirs === channel || (await idOrName(tx, theirs)) === wanted)) return true
  }
  return false
}

/** The id a channel went by when something was posted there; its name until then. */
async function idOrName(tx: Tx, channel: string): Promise<string> {
  const card = await channelIdOf(tx, channel)
  if (card !== null) return card
  const message = await tx.approvalMessage.findFirst({ where: { place: `channel:${channel}` }, select: { channelId: true } })
  return message?.channelId ?? channel
}
