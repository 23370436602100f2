import type { HeldCase } from './held-case.js'
import type { Tx } from '../open-store.js'

/**
 * The channels that show a case: where it has a card, and the updates channels of the domains whose case it is, filing and
 * managing. What may be shown there is decided when it is sent.
 */
export async function cardChannels(tx: Tx, { number, filedByOrgId, managedAtFilingId }: Pick<HeldCase, 'number' | 'filedByOrgId' | 'managedAtFilingId'>): Promise<string[]> {
  const cards = await tx.caseCard.findMany({ where: { caseNumber: number }, orderBy: { channel: 'asc' }, select: { channel: true } })
  const owners = [filedByOrgId, ...(managedAtFilingId === null ? [] : [managedAtFilingId])]
  const policies = await tx.resellerPolicy.findMany({ where: { organizationId: { in: owners } }, select: { updatesChannel: true } })
  return [...new Set([...cards, ...policies.map(({ updatesChannel }) => ({ channel: updatesChannel }))].flatMap(({ channel }) => channel ?? []))]
}
