import type { SystemActor } from '../../domain/actor.js'
import { writeAudit } from '../audit/audit.js'
import type { Tx } from '../open-store.js'
import { channelIdOf } from '../cases/posted-cards.js'
import { isChannelOfAnother, lockChannels } from './channel-holders.js'

/** `domain` null: the first reseller domain of the directory. `channel`: an id or a name. */
export interface ChosenChannel {
  domain: string | null
  channel: string
}

/**
 * Sends the updates of reseller domains without a channel to these; what a super admin chose in `/portal policy` stays.
 * `unknown` have no such reseller and are passed over; `taken` are those that another domain's updates or approvals go to
 * already (SCOPE-1): the caller must roll back then. What is set is in the audit trail.
 */
export async function setUpdatesChannels(tx: Tx, chosen: readonly ChosenChannel[], now: Date): Promise<{ unknown: ChosenChannel[]; taken: ChosenChannel[] }> {
  await lockChannels(tx)
  const unknown: ChosenChannel[] = []
  const taken: ChosenChannel[] = []
  for (const each of chosen) {
    const reseller = await findReseller(tx, each.domain)
    if (!reseller) unknown.push(each)
    else if (reseller.policy?.updatesChannel == null) {
      if (await isChannelOfAnother(tx, reseller.id, each.channel)) taken.push(each)
      else await setUpdatesChannel(tx, reseller.id, each.channel, now)
    }
  }
  return { unknown, taken }
}

function findReseller(tx: Tx, domain: string | null): Promise<{ id: string; policy: { updatesChannel: string | null } | null } | null> {
  return tx.organization.findFirst({
    where: { kind: 'RESELLER', ...(domain === null ? { supportOnly: false } : { domains: { some: { domain } } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, policy: { select: { updatesChannel: true } } },
  })
}

/** Who sets what the environment says. */
const environment: SystemActor = { kind: 'system', name: 'environment' }

async function setUpdatesChannel(tx: Tx, organizationId: string, channel: string, now: Date): Promise<void> {
  // A name that led to an id before would otherwise split one channel into two.
  const updatesChannel = (await channelIdOf(tx, channel)) ?? channel
  await tx.resellerPolicy.upsert({ where: { organizationId }, create: { organizationId, updatesChannel }, update: { updatesChannel } })
  await writeAudit(tx, {
    at: now, actor: environment, action: 'policy.changed', subjectType: 'organization', subjectId: organizationId,
    before: { updatesChannel: null }, after: { updatesChannel }, origin: { how: 'ONBEHALF_UPDATES_CHANNEL' },
  })
}
