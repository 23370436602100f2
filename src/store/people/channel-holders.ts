import { channelIdOf } from '../cases/posted-cards.js'
import { kindOf } from '../open-store.js'
import type { Tx } from '../open-store.js'

/** The advisory lock of PostgreSQL for giving channels to domains; any number nobody else uses. */
const channelLock = 7_426_002

/** Of two who give channels to domains the second waits: each would otherwise find the same channel free. SQLite has one writer anyway. */
export async function lockChannels(tx: Tx): Promise<void> {
  if (kindOf(tx) === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${channelLock})`
}

/** What a channel of a reseller domain is for. */
export const channelFields = ['updatesChannel', 'approvalChannel'] as const
export type ChannelField = (typeof channelFields)[number]

/** A reseller domain whose updates or approvals go to a channel. */
export interface ChannelHolder {
  organizationId: string
  primaryDomain: string
  field: ChannelField
}

/** Whether another reseller domain's updates or approvals go to the channel, by whichever of its names (SCOPE-1). */
export async function isChannelOfAnother(tx: Tx, organizationId: string, channel: string): Promise<boolean> {
  const holders = (await findChannelHolders(tx, [channel])).get(channel) ?? []
  return holders.some((holder) => holder.organizationId !== organizationId)
}

/** By each of `channels` that updates or approvals go to, by whichever of its names: whose they are. */
export async function findChannelHolders(tx: Tx, channels: readonly string[]): Promise<Map<string, ChannelHolder[]>> {
  if (channels.length === 0) return new Map()
  const ids = new Map<string, string>()
  const idOf = async (channel: string): Promise<string> => {
    const id = ids.get(channel) ?? (await idOrName(tx, channel))
    ids.set(channel, id)
    return id
  }
  const policies = await tx.resellerPolicy.findMany({
    where: { OR: [{ updatesChannel: { not: null } }, { approvalChannel: { not: null } }] },
    orderBy: { organization: { primaryDomain: 'asc' } },
    select: { organizationId: true, updatesChannel: true, approvalChannel: true, organization: { select: { primaryDomain: true } } },
  })
  const holders = new Map<string, ChannelHolder[]>()
  for (const channel of channels) {
    const wanted = await idOf(channel)
    for (const { organizationId, organization, ...its } of policies) {
      for (const field of channelFields) {
        const theirs = its[field]
        if (theirs === null || (theirs !== channel && (await idOf(theirs)) !== wanted)) continue
        holders.set(channel, [...(holders.get(channel) ?? []), { organizationId, primaryDomain: organization.primaryDomain, field }])
      }
    }
  }
  return holders
}

/** The id a channel went by when something was posted there; its name until then. */
async function idOrName(tx: Tx, channel: string): Promise<string> {
  const card = await channelIdOf(tx, channel)
  if (card !== null) return card
  const message = await tx.approvalMessage.findFirst({ where: { place: `channel:${channel}` }, select: { channelId: true } })
  return message?.channelId ?? channel
}
