import { deciders } from '../../domain/approvals/deciders.js'
import { findApprovalChannel } from '../../store/approvals/approval-channel.js'
import { approvalPlaceKey, findApprovalPlaces } from '../../store/approvals/approval-messages.js'
import type { StoredApproval } from '../../store/approvals/stored-approval.js'
import type { Tx } from '../../store/open-store.js'
import type { ApprovalPlace } from '../../store/outbox/outbox-payloads.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import type { Deps } from '../deps.js'
import { reach } from '../../store/people/reach.js'

type Announced = Pick<StoredApproval, 'id' | 'kind' | 'organizationId' | 'remindedAt'> & { version: number }

/**
 * Has the messages of an approval posted, or drawn anew, at every place that has one or will have: by direct message to
 * the people who were asked, where they were reminded, in the channel of the domain whose managers decide it, and wherever it stands already. What
 * is still on its way when it ends would otherwise keep its buttons.
 */
export async function announce(tx: Tx, deps: Deps, approval: Announced, { askedIds, teamId, now }: { askedIds: readonly string[]; teamId: string | null; now: Date }): Promise<void> {
  const asked = await findAccountsByIds(tx, askedIds)
  const people = await reach(tx, teamId, asked)
  const channel = deciders[approval.kind].of === 'RESELLER' ? await findApprovalChannel(tx, approval.organizationId) : null
  const places: ApprovalPlace[] = [
    ...people.map(({ slack }) => ({ at: 'person', ...slack }) as const),
    ...(approval.remindedAt === null ? [] : people.map(({ slack }) => ({ at: 'reminder', ...slack }) as const)),
    ...(channel === null ? [] : [{ at: 'channel', channel } as const]),
    ...(await findApprovalPlaces(tx, approval.id)),
  ]
  for (const [key, place] of new Map(places.map((place) => [approvalPlaceKey(place), place]))) {
    const message = { kind: 'approval_message', approvalId: approval.id, place } as const
    await enqueue(tx, { message, dedupeKey: `approval:${approval.id}:${approval.version}:${key}`, now, uid: deps.newId() })
  }
  // Whom nobody has met is looked for in the workspace of whoever asked, after the commit.
  if (teamId === null) return
  for (const { id: accountId } of asked.filter(({ id }) => !people.some((person) => person.id === id))) {
    const message = { kind: 'approval_find', approvalId: approval.id, accountId, teamId } as const
    await enqueue(tx, { message, dedupeKey: `approval-find:${approval.id}:${approval.version}:${accountId}`, now, uid: deps.newId() })
  }
}

/** Tells who asked how it ended, if the account is still in use. */
export async function tellRequester(tx: Tx, deps: Deps, approvalId: string, requester: AccountRow, now: Date): Promise<void> {
  if (requester.slack === null || requester.status !== 'ACTIVE') return
  const message = { kind: 'approval_outcome', approvalId, to: requester.slack } as const
  await enqueue(tx, { message, dedupeKey: `approval-outcome:${approvalId}`, now, uid: deps.newId() })
}
