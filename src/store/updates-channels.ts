import type { Tx } from './open-store.js'
import { channelIdOf } from './posted-cards.js'

/**
 * Sends a reseller domain's updates to a channel, an id or a name. `domain` null: the first reseller domain of the
 * directory. Answers the domain, or null when there is no such reseller.
 */
export async function setUpdatesChannel(tx: Tx, domain: string | null, channel: string): Promise<string | null> {
  const reseller = await tx.organization.findFirst({
    where: { kind: 'RESELLER', ...(domain === null ? { supportOnly: false } : { domains: { some: { domain } } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, primaryDomain: true },
  })
  if (!reseller) return null
  // A name that led to an id before would otherwise split one channel into two.
  const updatesChannel = (await channelIdOf(tx, channel)) ?? channel
  await tx.resellerPolicy.upsert({
    where: { organizationId: reseller.id },
    create: { organizationId: reseller.id, updatesChannel },
    update: { updatesChannel },
  })
  return reseller.primaryDomain
}
