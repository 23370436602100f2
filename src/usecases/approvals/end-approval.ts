import type { Actor } from '../../domain/actor.js'
import type { ApprovalClosure, ApprovalState } from '../../domain/approvals/approval.js'
import { closeEnded, endWaiting } from '../../store/approvals/approval-write.js'
import { writeAudit } from '../../store/audit/audit.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { announce, tellRequester } from './announce.js'
import { kinds } from './kinds.js'
import type { LoadedApproval } from './load-approval.js'

type EndState = Exclude<ApprovalState, 'PENDING'>

export interface ApprovalEnding<S extends EndState = EndState> {
  actor: Actor
  state: S
  comment: string | null
  /** Why it is closed, with the state CLOSED. */
  because?: ApprovalClosure
  /** When it is held to have ended. */
  at: Date
  now: Date
  /** How it came, for the audit trail. */
  origin?: object
}

/**
 * Ends an approval that is held and waits: claims it, does what is approved, or closes it where that has become
 * impossible (APPROVAL-4); tells the audit trail, every place that shows it, and who asked unless they ended it
 * themselves. Answers the state it has now.
 */
export async function endApproval<S extends EndState>(tx: Tx, deps: Deps, loaded: LoadedApproval, ending: ApprovalEnding<S>): Promise<S | 'CLOSED'> {
  const { stored } = loaded
  const { actor, comment, at, now } = ending
  const decidedById = actor.kind === 'account' ? actor.accountId : null
  if (!(await endWaiting(tx, stored.id, { state: ending.state, decidedById, decidedAt: at, comment }))) throw new Error(`Approval ${stored.id} was held and has ended`)
  const impossible = ending.state === 'APPROVED' && actor.kind === 'account' ? await kinds[stored.kind].apply(tx, deps, { actor, approval: stored, now }) : null
  const closure = impossible ?? ending.because ?? null
  if (closure) await closeEnded(tx, stored.id, closure)
  const state = closure ? 'CLOSED' : ending.state
  if (state !== 'APPROVED') await kinds[stored.kind].ended?.(tx, deps, { actor, approval: stored, how: state, because: closure, comment, now })
  await tell(tx, deps, loaded, { ...ending, state, closure })
  return state
}

async function tell(
  tx: Tx, deps: Deps, { stored, approval, requesterRow }: LoadedApproval,
  { actor, state, closure, comment, now, origin }: Omit<ApprovalEnding, 'state'> & { state: Exclude<ApprovalState, 'PENDING'>; closure: ApprovalClosure | null },
): Promise<void> {
  await writeAudit(tx, {
    at: now, actor, action: `approval.${state.toLowerCase()}`, subjectType: 'approval', subjectId: stored.id,
    before: { state: stored.state }, after: { kind: stored.kind, state, ...(comment !== null && { comment }), ...(closure && { closedBecause: closure }) },
    ...(origin && { origin }),
  })
  const askedIds = approval.asked.map((person) => person.accountId)
  await announce(tx, deps, { ...stored, version: stored.version + 1 }, { askedIds, teamId: teamOf(actor, requesterRow), now })
  if (state !== 'WITHDRAWN') await tellRequester(tx, deps, stored.id, requesterRow, now)
}

/** The workspace in which people are looked for who are not tied yet. */
export function teamOf(actor: Actor, requester: LoadedApproval['requesterRow']): string | null {
  return requester.slack?.teamId ?? (actor.kind === 'account' ? actor.slack.teamId : null)
}
