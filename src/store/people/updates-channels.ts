import type { Tx } from '../open-store.js'
import { channelIdOf, namesOfChannel, resellersOfChannel } from '../cases/posted-cards.js'

/** `domain` null: the first reseller domain of the directory. `channel`: an id or a name. */
export interface ChosenChannel {
  domain: string | null
  channel: string
}

/**
 * Sends reseller domains' updates to channels. `unknown` have no such reseller and are passed over; `taken` are those
 * that another domain's updates go to already (SCOPE-1): the caller must roll back then.
 */
export async function setUpdatesChannels(tx: Tx, chosen: readonly ChosenChannel[]): Promise<{ unknown: ChosenChannel[]; taken: ChosenChannel[] }> {
  const unknown: ChosenChannel[] = []
  const taken: ChosenChannel[] = []
  for (const each of chosen) if (!(await setUpdatesChannel(tx, each))) unknown.push(each)
  // Only now, since two domains may have changed places.
  for (const each of chosen) if ((await resellersOfChannel(tx, each.channel)).length > 1) taken.push(each)
  return { unknown, taken }
}

async function setUpdatesChannel(tx: Tx, { domain, channel }: ChosenChannel): Promise<boolean> {
  const reseller = await tx.organization.findFirst({
    where: { kind: 'RESELLER', ...(domain === null ? { supportOnly: false } : { domains: { some: { domain } } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  if (!reseller) return false
  // A name that led to an id before would otherwise split one channel into two.
  const updatesChannel = (await channelIdOf(tx, channel)) ?? channel
  await tx.resellerPolicy.upsert({
    where: { organizationId: reseller.id },
    create: { organizationId: reseller.id, updatesChannel },
    update: { updatesChannel },
  })
  return true
}

/** By each of `channels` that updates go to: the primary domains they are of. */
export async function updatesChannelHolders(tx: Tx, channels: readonly string[]): Promise<Map<string, string[]>> {
  const holders = new Map<string, string[]>()
  for (const channel of channels) {
    const found = await tx.organization.findMany({
      where: { policy: { updatesChannel: { in: await namesOfChannel(tx, channel) } } },
      select: { primaryDomain: true },
      orderBy: { primaryDomain: 'asc' },
    })
    if (found.length > 0) holders.set(channel, found.map(({ primaryDomain }) => primaryDomain))
  }
  return holders
}
