import { mayBeAsked } from '../../domain/approvals/deciders.js'
import { markReminded } from '../../store/approvals/approval-write.js'
import { findExpiring, findToRemind } from '../../store/approvals/due-approvals.js'
import { findTransferred } from '../../store/approvals/transferred-approvals.js'
import { writeAudit } from '../../store/audit/audit.js'
import type { Tx } from '../../store/open-store.js'
import type { OutboxMessage } from '../../store/outbox/outbox-payloads.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { reach } from '../../store/people/reach.js'
import type { SlackIdentity } from '../../store/people/slack-users.js'
import type { Deps } from '../deps.js'
import { inTurn } from '../in-turn.js'
import { closeTransferred } from './close-transferred.js'
import { teamOf } from './end-approval.js'
import { approvalClock, expireApproval } from './expire-approval.js'
import { loadHeldApproval } from './load-approval.js'
import type { LoadedApproval } from './load-approval.js'

/** At most so many of each in one go; the rest has its turn when the clock comes by again. */
const batch = 100

/**
 * Lets requests expire whose time has come, closes those whose customer has gone to another domain (SCOPE-3), and
 * reminds once of those that wait (APPROVAL-3). Each in a transaction of its own that looks again, so that several
 * processes may do it at once. Throws what went wrong with any of them once all had their turn.
 */
export async function keepApprovalTimes(deps: Deps): Promise<void> {
  const now = deps.now()
  const expiring = await deps.store.read((tx) => findExpiring(tx, now, batch))
  const failures = await inTurn(expiring, (id) => deps.store.transaction((tx) => expireApproval(tx, deps, id, now)))
  const transferred = await deps.store.read((tx) => findTransferred(tx, { take: batch }))
  failures.push(...(await inTurn(transferred, (id) => deps.store.transaction((tx) => closeTransferred(tx, deps, id, now)))))
  const toRemind = await deps.store.read((tx) => findToRemind(tx, now, batch))
  failures.push(...(await inTurn(toRemind, (id) => deps.store.transaction((tx) => remind(tx, deps, id, now)))))
  if (expiring.length + transferred.length + toRemind.length > 0) deps.wakeDelivery()
  if (failures.length > 0) throw new AggregateError(failures, 'some requests could not be ended or reminded of')
}

async function remind(tx: Tx, deps: Deps, id: string, now: Date): Promise<void> {
  const loaded = await loadHeldApproval(tx, id)
  if (!loaded || loaded.stored.state !== 'PENDING' || loaded.stored.remindedAt !== null) return
  await markReminded(tx, id, now)
  const waitsFor = stillAsked(loaded)
  const teamId = teamOf(approvalClock, loaded.requesterRow)
  const slackOf = new Map((await reach(tx, teamId, waitsFor)).map(({ id: accountId, slack }) => [accountId, slack]))
  for (const { id: accountId } of waitsFor) {
    const message = remindingOf(id, accountId, slackOf.get(accountId), teamId)
    if (message) await enqueue(tx, { message, dedupeKey: `approval-reminder:${id}:${accountId}`, now, uid: deps.newId() })
  }
  for (const { id: accountId } of deps.settings.email ? waitsFor : []) {
    await enqueue(tx, { message: { kind: 'approval_alert', approvalId: id, accountId }, dedupeKey: `approval-alert:${id}:${accountId}`, now, uid: deps.newId() })
  }
  await writeAudit(tx, {
    at: now, actor: approvalClock, action: 'approval.reminded', subjectType: 'approval', subjectId: id, after: { reminded: waitsFor.map((person) => person.id) },
  })
}

/** Whom nobody has met is looked for; null: nobody knows in which workspace. */
function remindingOf(approvalId: string, accountId: string, slack: SlackIdentity | undefined, teamId: string | null): OutboxMessage | null {
  if (slack) return { kind: 'approval_reminder', approvalId, to: slack }
  return teamId === null ? null : { kind: 'approval_find', approvalId, accountId, teamId, reminds: true }
}

/** Those it waits for who may still decide it. */
function stillAsked({ approval, requester, entitled, entitledRows }: LoadedApproval): AccountRow[] {
  const asked = new Set(approval.asked.filter((person) => person.handedOnTo === null).map((person) => person.accountId))
  const may = new Set(mayBeAsked(entitled, requester).map((person) => person.accountId))
  return entitledRows.filter((person) => asked.has(person.id) && may.has(person.id))
}
