/** What delivery asks before it shows an approval to somebody. */
import { mayUse } from '../../domain/accounts/may-use.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import type { ApprovalPlace } from '../outbox/outbox-payloads.js'
import { findChannelHolders } from '../people/channel-holders.js'
import type { SlackIdentity } from '../people/slack-users.js'
import { approvalPlaceKey } from './approval-messages.js'
import { findApprovalValues } from './approval-values.js'

/** The accounts of a Slack user that were asked and that it may use: those tied to it, and those that will be at first use (ACCOUNT-5). */
export async function findAskedAs(tx: Tx, approvalId: string, { teamId, userId }: SlackIdentity): Promise<{ accountId: string; organizationId: string }[]> {
  const user = await tx.slackUser.findUnique({
    where: { teamId_userId: { teamId, userId } }, select: { email: true, isBot: true, isDeleted: true, isGuest: true, isStranger: true },
  })
  if (user && (user.isBot || user.isDeleted || user.isStranger)) return []
  const tied = { slackTeamId: teamId, slackUserId: userId }
  const asked = await tx.approvalDecider.findMany({
    where: { approvalId, account: user?.email ? { OR: [tied, { personEmail: user.email, slackUserId: null }] } : tied },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, account: { select: { organizationId: true, organization: { select: { kind: true, supportOnly: true } } } } },
  })
  return asked.flatMap(({ accountId, account }) => (mayUse(user ?? { isGuest: false }, account) ? [{ accountId, organizationId: account.organizationId }] : []))
}

/** Whether the customer is the domain's still: it manages it, or supports one of its services (SCOPE-1, SCOPE-3). */
export async function isCustomerOf(tx: Tx, customerId: number, organizationId: string): Promise<boolean> {
  return (await tx.customer.count({ where: { id: customerId, ...customersOf(organizationId) } })) > 0
}

export function customersOf(organizationId: string): Prisma.CustomerWhereInput {
  return { OR: [{ resellerId: organizationId }, { partnerRelations: { some: { partnerId: organizationId, state: 'ACTIVE' } } }] }
}

/** An account as messages to it need it; any status. Null: it is gone. */
export async function findToldAccount(tx: Tx, accountId: string): Promise<ToldAccount | null> {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: {
      name: true, email: true, alertEmail: true, status: true, locale: true, timeZone: true, slackTeamId: true, slackUserId: true,
      organization: { select: { id: true, name: true, kind: true, primaryDomain: true, language: true } },
    },
  })
  if (!account) return null
  const { slackTeamId, slackUserId, ...told } = account
  return { ...told, slack: slackTeamId !== null && slackUserId !== null ? { teamId: slackTeamId, userId: slackUserId } : null }
}

export interface ToldAccount {
  name: string
  email: string
  /** Where alerts go instead. */
  alertEmail: string | null
  status: 'ACTIVE' | 'SUSPENDED'
  locale: string | null
  timeZone: string | null
  slack: SlackIdentity | null
  organization: { id: string; name: string; kind: 'RESELLER' | 'CUSTOMER' | 'VENDOR'; primaryDomain: string; language: string }
}

/** The language of what is posted for the whole team. */
export async function languageOf(tx: Tx, organizationId: string): Promise<string> {
  const organization = await tx.organization.findUnique({ where: { id: organizationId }, select: { language: true } })
  return organization?.language ?? 'en'
}

/** Whose channel it is, whether it goes by its name or its id: `own` when the domain's approvals go there, `others` when anything of another domain's does. */
export async function domainsOfApprovalChannel(tx: Tx, channel: string, organizationId: string): Promise<{ own: boolean; others: boolean }> {
  const holders = (await findChannelHolders(tx, [channel])).get(channel) ?? []
  return {
    own: holders.some((holder) => holder.organizationId === organizationId && holder.field === 'approvalChannel'),
    others: holders.some((holder) => holder.organizationId !== organizationId),
  }
}

/** A conversation's id, where something was posted at the same place before; null until then. */
export async function channelIdOfPlace(tx: Tx, place: ApprovalPlace): Promise<string | null> {
  const posted = await tx.approvalMessage.findFirst({ where: { place: approvalPlaceKey(place) }, orderBy: { approvalId: 'desc' }, select: { channelId: true } })
  return posted?.channelId ?? null
}

/** Whether the channel has a message for the approval already, from when it went by another name. */
export async function standsInChannel(tx: Tx, approvalId: string, place: ApprovalPlace & { at: 'channel' }): Promise<boolean> {
  const own = approvalPlaceKey(place)
  return (await tx.approvalMessage.count({ where: { approvalId, channelId: place.channel, place: { not: own } } })) > 0
}

/** The customer's grant that was asked for when a consent was given, in the same transaction; null: nobody could be asked. */
export async function findGrantAsked(tx: Tx, consent: ApprovalValue): Promise<ApprovalValue | null> {
  if (consent.payload.kind !== 'CONSENT' || consent.customer === null || consent.ended === null) return null
  const where = { kind: 'ACCESS_REQUEST', customerId: consent.customer.id, organizationId: consent.organization.id, createdAt: consent.ended.at } as const
  return (await findApprovalValues(tx, { where, take: 1 }))[0] ?? null
}
